package org.callcause.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where reports go. */
final class Outputs {

    private static final int BUFFER = 1 << 16;

    private Outputs() {}

    /** Standard output, which closing only flushes. */
    static OutputStream standard(Console console) {
        return new FilterOutputStream(new BufferedOutputStream(console.output(), BUFFER)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    static OutputStream file(Path path) {
        try {
            return new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        } catch (IOException | SecurityException problem) {
            throw new CommandException(ExitStatus.NOT_WRITTEN, path + ": cannot be written");
        }
    }

    /** The exit status when writing failed; a reader that has seen enough and closed the pipe is no failure. */
    static int failed(IOException problem) {
        String message = OneLine.of(problem);
        if (message.toLowerCase(Locale.ROOT).contains("pipe")) {
            return ExitStatus.OK;
        }
        throw new CommandException(ExitStatus.NOT_WRITTEN, "the report could not be written: " + message);
    }
}
