package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.callcause.contract.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A rule module in a jar that the command has never seen. */
class RuleModulesTests {

    private static final String SOURCE = """
        package com.example.acme;

        import java.util.List;
        import org.callcause.diagnosis.Audience;
        import org.callcause.diagnosis.Cause;
        import org.callcause.diagnosis.Likelihood;
        import org.callcause.rule.Rule;
        import org.callcause.rule.RuleModule;
        import org.callcause.rule.Trigger;

        public final class AcmeRules implements RuleModule {
            @Override
            public String id() {
                return "acme";
            }

            @Override
            public String description() {
                return "Acme trunks";
            }

            @Override
            public List<Rule> rules() {
                return List.of(
                        Rule.named("acme/night-mode")
                                .title("The Acme switch is in night mode")
                                .cites("Acme manual 4.2")
                                .on(Trigger.status(603))
                                .check((call, findings) -> findings.diagnose(new Cause("acme-night-mode"), Likelihood.CERTAIN)
                                        .because("the switch declines everything at night")
                                        .evidence(call.finalResponse())
                                        .remedy(Audience.ADMIN, "switch to day mode")),
                        Rule.named("acme/broken").title("Broken").check((call, findings) -> {
                            throw new IllegalStateException("table missing");
                        }));
            }
        }
        """;

    @TempDir
    private Path folder;

    private Path jar;
    private Path trace;

    @BeforeEach
    void buildJar() throws IOException {
        Path source =
                Files.createDirectories(folder.resolve("src/com/example/acme")).resolve("AcmeRules.java");
        Files.writeString(source, SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        String path = Stream.of("java.class.path", "jdk.module.path")
                .map(System::getProperty)
                .filter(value -> value != null && !value.isEmpty())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElse("");
        int failed = compiler.run(
                System.out, System.err, "-proc:none", "-classpath", path, "-d", classes.toString(), source.toString());
        assertThat(failed).isZero();
        jar = Files.createDirectories(folder.resolve("jars")).resolve("acme.jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
            output.putNextEntry(new JarEntry("META-INF/services/org.callcause.rule.RuleModule"));
            output.write("com.example.acme.AcmeRules\n".getBytes(StandardCharsets.UTF_8));
            for (Path file : classFiles(classes)) {
                output.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                output.write(Files.readAllBytes(file));
            }
        }
        trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one") + Traces.answered("two"));
    }

    private static List<Path> classFiles(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aStrangersFindingStandsInTheTextAndItsBrokenRuleIsNamed() {
        Run run = Run.of("analyze", "--rules", jar, trace);

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains("The Acme switch is in night mode")
                .contains("The switch declines everything at night.")
                .contains("acme/broken failed on 2 calls")
                .contains("table missing")
                .contains("2 calls: 1 answered, 1 declined.");
    }

    @Test
    void aStrangersFindingStandsInTheJsonAndItsBrokenRuleIsNamed() {
        JsonNode document = Contract.validated(Run.of("analyze", "--format", "json", "--rules", jar.getParent(), trace)
                .output());

        JsonNode call = document.get("calls").get(0);
        assertThat(call.get("diagnoses").get(0).get("rule").asString()).isEqualTo("acme/night-mode");
        assertThat(call.get("ruleFailures").get(0).get("rule").asString()).isEqualTo("acme/broken");
        assertThat(call.get("ruleFailures").get(0).get("problem").asString()).contains("table missing");
    }

    @Test
    void rulesListsTheModuleAndWhenItsRulesApply() {
        Run text = Run.of("rules", "--rules", jar);

        assertThat(text.output())
                .contains("acme: Acme trunks (2 rules)")
                .contains("acme/night-mode")
                .contains("The Acme switch is in night mode")
                .contains("when the final status is 603");
        assertThat(Run.of("rules", "--format", "json", "--rules", jar).output()).contains("\"acme/night-mode\"");
    }

    @Test
    void aRuleCanBeLeftOut() {
        Run run = Run.of("analyze", "--rules", jar, "--without", "acme/*", trace);

        assertThat(run.output()).doesNotContain("acme");
    }

    @Test
    void aSuppressedFindingStaysVisibleWithItsReason() {
        Run run = Run.of("analyze", "--rules", jar, "--suppress", "acme/night-mode=ticket 42", trace);

        assertThat(run.output()).contains("Suppressed: The Acme switch is in night mode (acme/night-mode): ticket 42");
    }

    @Test
    void failOnDiagnosisReturnsOne() {
        assertThat(Run.of("analyze", "--fail-on", "diagnosis", "--rules", jar, trace)
                        .status())
                .isEqualTo(1);
        assertThat(Run.of("analyze", "--fail-on", "diagnosis", "--rules", jar, "--call-id", "two", trace)
                        .status())
                .isZero();
    }

    @Test
    void aSuppressedFindingFailsNothing() {
        Run run = Run.of("analyze", "--fail-on", "diagnosis", "--suppress", "rfc3261/603-declined=known", trace);

        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("(rfc3261/603-declined): known").doesNotContain("rule rfc3261/");
    }

    @Test
    void aJarThatIsNoneIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "not a jar");

        Run run = Run.of("analyze", "--rules", broken, trace);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).isEqualTo("callcause: " + broken + ": not a jar\n");
        Path good = Files.copy(jar, folder.resolve("good.jar"));
        assertThat(Run.of("analyze", "--rules", good.getParent(), trace).error())
                .isEqualTo("callcause: " + broken + ": not a jar\n");
    }

    /** The jar of the module with a service file that names another class. */
    private Path jarNaming(String provider) throws IOException {
        Path other = Files.copy(jar, folder.resolve("naming.jar"));
        try (FileSystem content = FileSystems.newFileSystem(other)) {
            Files.writeString(content.getPath("META-INF/services/org.callcause.rule.RuleModule"), provider);
        }
        return other;
    }

    @Test
    void aModuleThatCannotBeLoadedMakesTheStatusTwoAndTheRestIsDone() throws IOException {
        Path misspelt = jarNaming("com.example.acme.AcmeRule");

        Run run = Run.of("analyze", "--fail-on", "diagnosis", "--rules", misspelt, trace);
        Run list = Run.of("rules", "--rules", misspelt);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).contains("2 calls: 1 answered, 1 declined.");
        assertThat(run.error()).contains("among " + misspelt, "com.example.acme.AcmeRule not found");
        assertThat(list.status()).isEqualTo(2);
        assertThat(list.output()).contains("Could not be loaded");
        assertThat(Run.of("explain", "--rules", misspelt, "503").status()).isEqualTo(2);
    }

    @Test
    void listenDoesNotBeginWithoutAModuleThatItWasGiven() throws IOException {
        Run run = Run.of(
                "listen",
                "--hep",
                "127.0.0.1:0",
                "--metrics",
                "off",
                "--rules",
                jarNaming("com.example.acme.AcmeRule"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).contains("com.example.acme.AcmeRule not found", "callcause: not begun");
    }

    @Test
    void aJarThatNamesNoModuleSaysWhereOneIsNamed() throws IOException {
        Run run = Run.of("analyze", "--rules", jarNaming("# none"), trace);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.error()).contains("no rule module in it", "META-INF/services/org.callcause.rule.RuleModule");
    }

    @Test
    void aPatternThatFitsNoRuleIsComplainedOf() {
        Run run = Run.of(
                "analyze",
                "--rules",
                jar,
                "--without",
                "acme/nihgt*",
                "--suppress",
                "acem/*=why",
                "--suppress",
                "acme/*=known",
                "--suppress",
                "captures/lost-on-the-way=known",
                "--without",
                "captures/altered-on-the-way",
                trace);

        assertThat(run.status()).isZero();
        assertThat(run.error()).isEqualTo("""
            callcause: no rule matches --without acme/nihgt*
            callcause: no rule matches --suppress acem/*
            """);
    }
}
