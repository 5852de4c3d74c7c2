package org.callcause.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the {@code callcause} command begins. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the virtual machine with its exit status. */
    public static void main(String[] arguments) {
        Console console = new Console(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Terminal.isOutput(),
                Terminal.isError(),
                LanguageOption.ofUser(Locale.getDefault(Locale.Category.DISPLAY), System::getenv));
        System.exit(run(console, arguments));
    }

    /** Runs the command and returns its exit status. */
    static int run(Console console, String... arguments) {
        try {
            return CallcauseCommand.commandLine(console).execute(arguments);
        } catch (OutOfMemoryError tooMuch) {
            console.complain("out of memory: give the virtual machine more with -Xmx, or split the input");
            return ExitStatus.DEFECT;
        } catch (Error defect) {
            console.complain("this is a defect of Callcause: " + OneLine.of(defect.toString()));
            return ExitStatus.DEFECT;
        }
    }
}
