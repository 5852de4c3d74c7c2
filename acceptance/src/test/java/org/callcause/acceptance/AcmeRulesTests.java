package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/acme-rules} as a stranger would use it: built by itself, then given to the command as a jar. */
class AcmeRulesTests {

    private static final Path EXAMPLE = Path.of(System.getProperty("callcause.root"), "examples", "acme-rules");

    @TempDir
    private Path folder;

    private Path jar = Path.of("");
    private Path trace = Path.of("");

    @BeforeEach
    void buildTheModuleAndTellACall() throws IOException {
        jar = jarOf(compiled());
        trace = Files.writeString(
                folder.resolve("trunk-full.txt"), CallScript.of("""
                                0.000 caller -> trunk  INVITE
                                0.400 trunk  -> caller 503 | Retry-After: 20 | X-Acme-Channels: 30/30
                                0.410 caller -> trunk  ACK
                                """).trace());
    }

    private Path compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(EXAMPLE.resolve(Path.of("src", "main", "java")))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private Path jarOf(Path classes) throws IOException {
        Path file = folder.resolve("acme-rules.jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(file))) {
            put(output, classes);
            put(output, EXAMPLE.resolve(Path.of("src", "main", "resources")));
        }
        return file;
    }

    private static void put(JarOutputStream output, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                output.putNextEntry(
                        new JarEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, output);
                output.closeEntry();
            }
        }
    }

    @Test
    void itsFindingStandsInTheTextReportBeforeTheGeneralOne() throws IOException, InterruptedException {
        String report =
                JavaProcess.printedByCommand("analyze", "--no-color", "--rules", jar.toString(), trace.toString());

        assertThat(report)
                .contains("All channels of the Acme trunk are in use", "X-Acme-Channels: 30/30", "rule acme/trunk-full")
                .doesNotContain("rule rfc3261/503-overload");
    }

    @Test
    void itsFindingStandsInTheJsonReport() throws IOException, InterruptedException {
        String report = JavaProcess.printedByCommand(
                "analyze", "--format", "json", "--rules", jar.toString(), trace.toString());

        assertThat(report).contains("\"acme/trunk-full\"", "\"capacity-exceeded\"");
    }

    @Test
    void itIsListedAmongTheRules() throws IOException, InterruptedException {
        assertThat(JavaProcess.printedByCommand("rules", "--rules", jar.toString()))
                .contains("acme/trunk-full", "rfc3261/503-overload");
    }

    @Test
    void itTakesNoMoreThanTwentyFiveLinesOfCode() throws IOException {
        Path source = EXAMPLE.resolve(Path.of("src", "main", "java", "com", "example", "acme", "AcmeRules.java"));

        assertThat(Files.readAllLines(source))
                .filteredOn(line -> !line.isBlank() && !line.matches("\\s*(import|package|/?\\*).*"))
                .hasSizeLessThanOrEqualTo(25);
    }
}
