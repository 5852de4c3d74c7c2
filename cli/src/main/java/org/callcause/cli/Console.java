package org.callcause.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;

/**
 * What the command is connected to.
 *
 * @param input standard input
 * @param output standard output, unbuffered
 * @param error standard error
 * @param outputIsTerminal whether colours make sense on the output
 * @param errorIsTerminal whether somebody watches the progress
 * @param locale the user's
 */
record Console(
        InputStream input,
        OutputStream output,
        PrintStream error,
        boolean outputIsTerminal,
        boolean errorIsTerminal,
        Locale locale) {

    /** One line on standard error, in the form that says who speaks. */
    void complain(String line) {
        error.println("callcause: " + OneLine.of(line));
    }
}
