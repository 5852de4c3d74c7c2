package org.callcause.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output. Once its reader has gone, nothing more can be written. */
final class ReportPipe implements ReportOutput {

    private final OutputStream output;
    private final Runnable gone;
    private long unwritten;

    ReportPipe(OutputStream output, Runnable gone) {
        this.output = output;
        this.gone = gone;
    }

    @Override
    public synchronized void write(byte[] line) {
        try {
            output.write(line);
            output.flush();
        } catch (IOException closed) {
            unwritten++;
            gone.run();
        }
    }

    @Override
    public synchronized long unwritten() {
        return unwritten;
    }

    @Override
    public void close() {}
}
