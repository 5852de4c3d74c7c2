package org.callcause.rule;

/** What can go wrong in code that is not ours, and how it is told. */
final class Failures {

    /** Causes may go in a circle. */
    private static final int DEEPEST = 20;

    private Failures() {}

    /** Errors of the virtual machine are everybody's; a stack overflow is the fault of the rule that recursed. */
    static void rethrowIfUnrecoverable(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }

    /** What was thrown and its deepest cause: who wraps a failure mostly says only that there was one. */
    static String inOneLine(Throwable thrown) {
        String line = firstLine(thrown);
        String cause = firstLine(deepestCause(thrown));
        return line.contains(cause) ? line : line + ", caused by " + cause;
    }

    private static Throwable deepestCause(Throwable thrown) {
        Throwable deepest = thrown;
        for (int depth = 0; depth < DEEPEST && deepest.getCause() != null; depth++) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String firstLine(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        return thrown.getMessage() == null
                ? thrown.getClass().getName()
                : thrown.getClass().getName() + ": " + message;
    }
}
