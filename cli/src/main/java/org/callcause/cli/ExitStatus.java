package org.callcause.cli;

/** What the command returns to the shell. */
final class ExitStatus {

    /** Read and reported. */
    static final int OK = 0;

    /** There is a diagnosis, and it was asked to fail on one. */
    static final int FOUND = 1;

    /** Bad usage, unreadable input, or rules that cannot be loaded. */
    static final int BAD_INPUT = 2;

    /** Read, and what was asked for is not there: SIP, or a call of a name. */
    static final int NOT_THERE = 3;

    /** A defect of Callcause. */
    static final int DEFECT = 70;

    /** The output could not be written. */
    static final int NOT_WRITTEN = 74;

    private ExitStatus() {}
}
