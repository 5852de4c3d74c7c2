package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Cannot be made, and says why. */
    public static final class Unlicensed implements RuleModule {

        /** Throws. */
        public Unlicensed() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public String id() {
            return "unlicensed";
        }

        @Override
        public List<Rule> rules() {
            return List.of();
        }
    }

    @Test
    void whyAModuleCouldNotBeMadeIsSaid(@TempDir Path folder) throws IOException {
        Path providers = folder.resolve(Path.of("META-INF", "services", RuleModule.class.getName()));
        Files.createDirectories(providers.getParent());
        Files.writeString(providers, Unlicensed.class.getName());

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, DiscoveryTests.class.getClassLoader())) {
            assertThat(RuleSet.builder().discover(loader).build().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.problem())
                            .endsWith("Unlicensed could not be instantiated, caused by"
                                    + " java.lang.IllegalStateException: no licence"));
        }
    }
}
