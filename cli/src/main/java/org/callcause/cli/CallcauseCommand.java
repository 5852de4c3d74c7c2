package org.callcause.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The command without a subcommand. */
@Command(
        name = "callcause",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = {"Says for every SIP call how it ended and why.", ""},
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Begin with: callcause analyze FILE"})
final class CallcauseCommand implements Runnable {

    private CallcauseCommand() {}

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new CallcauseCommand());
        line.addSubcommand(new AnalyzeCommand(console));
        line.addSubcommand(new RulesCommand(console));
        line.setOut(new PrintWriter(new OutputStreamWriter(console.output(), StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(console.error(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((problem, arguments) -> badUsage(console, problem));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> failed(console, thrown));
        return line;
    }

    private static int badUsage(Console console, ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        console.complain(OneLine.of(problem) + " (see '" + command + " --help')");
        return ExitStatus.BAD_INPUT;
    }

    private static int failed(Console console, Exception thrown) {
        if (thrown instanceof CommandException expected) {
            console.complain(OneLine.of(expected));
            return expected.status();
        }
        console.complain("this is a defect of Callcause: " + OneLine.of(thrown.toString()));
        return ExitStatus.DEFECT;
    }

    /** Without a subcommand there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw CommandException.badInput("say what to do: analyze or rules (see 'callcause --help')");
    }
}
