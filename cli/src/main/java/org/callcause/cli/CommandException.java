package org.callcause.cli;

/** Ends the command with one line on standard error and an exit status. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    CommandException(int status, String line) {
        super(line);
        this.status = status;
    }

    static CommandException badInput(String line) {
        return new CommandException(ExitStatus.BAD_INPUT, line);
    }

    int status() {
        return status;
    }
}
