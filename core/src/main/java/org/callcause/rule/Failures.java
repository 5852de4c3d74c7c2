package org.callcause.rule;

/** What can go wrong in code that is not ours, and how it is told. */
final class Failures {

    private Failures() {}

    /** Errors of the virtual machine are everybody's; a stack overflow is the fault of the rule that recursed. */
    static void rethrowIfUnrecoverable(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }

    static String inOneLine(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        return thrown.getMessage() == null
                ? thrown.getClass().getName()
                : thrown.getClass().getName() + ": " + message;
    }
}
