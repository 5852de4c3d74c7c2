package org.callcause.cli;

/** What the command returns to the shell. */
final class ExitStatus {

    /** Read and reported. */
    static final int OK = 0;

    /** There is a diagnosis, and it was asked to fail on one. */
    static final int FOUND = 1;

    /** Bad usage or unreadable input. */
    static final int BAD_INPUT = 2;

    /** A defect of Callcause. */
    static final int DEFECT = 70;

    /** The output could not be written. */
    static final int NOT_WRITTEN = 74;

    private ExitStatus() {}
}
