package org.callcause.cli;

import java.io.Closeable;

/** Where the lines of reports go. Safe for several threads. */
interface ReportOutput extends Closeable {

    /** Writes one line; what cannot be written is counted. */
    void write(byte[] line);

    /** The lines that could not be written. */
    long unwritten();
}
