package org.callcause.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.callcause.report.RuleList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {"Lists the rules that are loaded, and what could not be loaded.", ""})
final class RulesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to write the list (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RuleList list = new RuleList(rules.rules(console));
        try (OutputStream output = Outputs.standard(console)) {
            if (format == Format.JSON) {
                list.writeJson(output);
            } else {
                list.writeText(output, colour.options(console));
            }
            return ExitStatus.OK;
        } catch (IOException notWritten) {
            return Outputs.failed(notWritten);
        }
    }
}
