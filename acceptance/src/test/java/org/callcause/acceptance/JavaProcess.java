package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command in a virtual machine of its own, in the root of the repository. */
final class JavaProcess {

    private JavaProcess() {}

    /** What the command prints with the class path of the tests. */
    static String printedByCommand(String... arguments) throws IOException, InterruptedException {
        return printedBy(command(arguments), Redirect.PIPE);
    }

    /** The same when the file is its standard input. */
    static String printedByCommandReading(Path input, String... arguments) throws IOException, InterruptedException {
        return printedBy(command(arguments), Redirect.from(input.toFile()));
    }

    private static List<String> command(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), "org.callcause.cli.Main"));
        all.addAll(List.of(arguments));
        return all;
    }

    /** What {@code java} prints with these arguments; it must end well, and within a minute. */
    static String printedBy(List<String> arguments) throws IOException, InterruptedException {
        return printedBy(arguments, Redirect.PIPE);
    }

    private static String printedBy(List<String> arguments, Redirect input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("callcause.root")).toFile())
                .redirectErrorStream(true)
                .redirectInput(input)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
