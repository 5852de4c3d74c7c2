package org.callcause.cli;

import java.io.File;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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

    private static final Pattern CONSTANTS = Pattern.compile("(\\[[A-Z_, ]+])(?: \\(case-insensitive\\))?");

    private CallcauseCommand() {}

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new CallcauseCommand());
        line.addSubcommand(new AnalyzeCommand(console));
        line.addSubcommand(new ListenCommand(console));
        line.addSubcommand(new ExplainCommand(console));
        line.addSubcommand(new CompareCommand(console));
        line.addSubcommand(new RulesCommand(console));
        line.addSubcommand(new FormatsCommand(console));
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
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        String said = forgottenCommand(problem)
                .map(file -> file + " is no command; to read a capture: callcause analyze " + file)
                .or(() -> misspeltCommand(problem))
                .or(() -> misspeltOption(problem))
                .orElseGet(() -> valuesInLowerCase(OneLine.of(problem)));
        console.complain(said + " (see '" + command.qualifiedName() + " --help')");
        return ExitStatus.BAD_INPUT;
    }

    /** The first word, where it looks like a file that {@code analyze} should have stood before. */
    private static Optional<String> forgottenCommand(ParameterException problem) {
        boolean withoutCommand = problem.getCommandLine().getParent() == null;
        if (!withoutCommand || !(problem instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        return unmatched.getUnmatched().stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .filter(word -> word.indexOf('.') >= 0 || new File(word).exists());
    }

    /** The first word, where it is like the name of a command: {@code analyse}. */
    private static Optional<String> misspeltCommand(ParameterException problem) {
        boolean withoutCommand = problem.getCommandLine().getParent() == null;
        if (!withoutCommand || !(problem instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0);
        return unmatched.getSuggestions().stream()
                .filter(name -> !word.startsWith("-"))
                .findFirst()
                .map(name -> word + " is no command; did you mean " + name + "?");
    }

    /** The first option that there is not, where it is like one or is a value of one: {@code --json}. */
    private static Optional<String> misspeltOption(ParameterException problem) {
        if (!(problem instanceof UnmatchedArgumentException unmatched) || !unmatched.isUnknownOption()) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0);
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return valueAsOption(problem.getCommandLine().getCommandSpec(), name)
                .or(() -> unmatched.getSuggestions().stream()
                        .filter(option -> option.startsWith("--"))
                        .findFirst())
                .map(option -> "there is no option " + name + "; did you mean " + option + "?");
    }

    private static Optional<String> valueAsOption(CommandSpec command, String word) {
        String value = word.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
        for (OptionSpec option : command.options()) {
            for (String candidate : candidates(option)) {
                if (candidate.toLowerCase(Locale.ROOT).equals(value)) {
                    return Optional.of(option.longestName() + " " + value);
                }
            }
        }
        return Optional.empty();
    }

    private static Iterable<String> candidates(OptionSpec option) {
        Iterable<String> candidates = option.completionCandidates();
        return candidates == null ? List.of() : candidates;
    }

    /** Options take the constants in either case; the help writes them in lower case, and so do the complaints. */
    private static String valuesInLowerCase(String problem) {
        return CONSTANTS
                .matcher(problem)
                .replaceAll(
                        constants -> Matcher.quoteReplacement(constants.group(1).toLowerCase(Locale.ROOT)));
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
        throw CommandException.badInput(
                "say what to do: analyze, listen, explain, compare, rules or formats (see 'callcause --help')");
    }
}
