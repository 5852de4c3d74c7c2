package org.callcause.cli;

import java.io.Console;

/**
 * Whether somebody looks at the output. The launcher knows for each stream and says so in the system properties
 * {@code callcause.stdout} and {@code callcause.stderr}; without it, the console of the virtual machine is asked.
 */
final class Terminal {

    private static final String TERMINAL = "terminal";

    private Terminal() {}

    static boolean isOutput() {
        return is("callcause.stdout");
    }

    static boolean isError() {
        return is("callcause.stderr");
    }

    private static boolean is(String property) {
        String said = System.getProperty(property, "");
        return said.isEmpty() ? hasConsole() : said.equals(TERMINAL);
    }

    /** From JDK 22 on there may be a console that is no terminal, and a method to ask. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }
}
