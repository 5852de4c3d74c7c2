package org.callcause.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.callcause.report.CodeExplanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a code means. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Says what a code means, when it is met, who makes it and what to do.",
            "Every rule module that knows the code is asked.",
            ""
        })
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "CODE",
            arity = "1..*",
            description = "A SIP status (603), a Q.850 cause (Q.850/34), a warning (warning/305), a code of another"
                    + " rule module, or the phrase of one (\"busy here\").")
    private List<String> words = List.of();

    @Mixin
    private CodeOptions options = new CodeOptions();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Locale chosen = options.language(console);
        CodeQuestion question = new CodeQuestion(options.books(console), chosen);
        CodeExplanation explanation = new CodeExplanation(question.entries(words), chosen);
        return options.write(console, explanation::writeJson, explanation::writeText);
    }
}
