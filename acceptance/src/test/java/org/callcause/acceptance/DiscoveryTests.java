package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;

class DiscoveryTests {

    @Test
    void ruleModulesAreFoundOnTheClassPath() {
        assertThat(getClass().getModule().isNamed()).isFalse();

        RuleSet rules = RuleSet.discovered();

        assertThat(rules.modules()).extracting(RuleModule::id).contains("rfc3261", "teams");
        assertThat(rules.problems()).isEmpty();
    }

    @Test
    void ruleModulesAreFoundOnTheModulePath() throws IOException, InterruptedException {
        String printed = JavaProcess.printedBy(List.of(
                "--module-path", modulePath(), "--module", "org.callcause.cli/org.callcause.cli.Main", "rules"));

        assertThat(printed).contains("rfc3261/603-declined", "teams/606-do-not-disturb");
    }

    /** What the class path of this test holds of the command and its libraries, without the tools of the tests. */
    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("testkit"))
                .filter(entry ->
                        entry.matches(".*(callcause|slf4j-api|jspecify|picocli|jackson|fastcsv|[/\\\\]classes).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
