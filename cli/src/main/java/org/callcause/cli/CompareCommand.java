package org.callcause.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.callcause.report.CodeComparison;
import org.callcause.rule.CodeBooks;
import org.callcause.rule.CodeEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets two codes side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {"Sets two codes side by side and says how to tell them apart.", ""})
final class CompareCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "CODE",
            arity = "1..*",
            description = "Two codes, also of different kinds: 100 603, or Q.850/34 503.")
    private List<String> words = List.of();

    @Mixin
    private CodeOptions options = new CodeOptions();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Locale chosen = options.language(console);
        CodeBooks books = options.books(console);
        List<CodeEntry> pair = new CodeQuestion(books, chosen).pair(words);
        CodeEntry one = pair.get(0);
        CodeEntry other = pair.get(1);
        CodeComparison comparison = new CodeComparison(one, other, books.compare(one, other, chosen), chosen);
        return options.write(console, comparison::writeJson, comparison::writeText);
    }
}
