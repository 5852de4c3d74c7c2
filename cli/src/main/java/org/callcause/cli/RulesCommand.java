package org.callcause.cli;

import java.util.concurrent.Callable;
import org.callcause.report.RuleList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    private AnswerOptions output = new AnswerOptions();

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RuleList list = new RuleList(rules.rules(console));
        return rules.status(output.write(console, list::writeJson, list::writeText));
    }
}
