package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** What the documents show compiles, and is what the command really prints. */
class DocumentationTests {

    private static final Path ROOT = Path.of(System.getProperty("callcause.root"));

    @TempDir
    private Path classes;

    private static String read(String... names) throws IOException {
        Path file = ROOT;
        for (String name : names) {
            file = file.resolve(name);
        }
        return Files.readString(file);
    }

    private static String block(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as("a block of the form %s", pattern).isTrue();
        return matcher.group(1);
    }

    /** Compiles the lines as the body of a method whose parameters are what the reader is expected to have. */
    private String complaintsAbout(String lines) {
        String source = """
            import java.time.Instant;
            import org.callcause.*;
            import org.callcause.call.*;
            import org.callcause.diagnosis.*;
            import org.callcause.dialog.*;
            import org.callcause.message.*;
            import org.callcause.rule.*;
            import org.slf4j.Logger;
            import static org.callcause.diagnosis.Likelihood.*;
            import static org.callcause.rule.Trigger.*;
            class Example {
                Object shown(Logger log, Instant time, Instant now, Endpoint from, Endpoint to, byte[] bytes) {
            %s
                    return log;
                }
            }
            """.formatted(lines);
        return complaintsOfCompiler(source);
    }

    private String complaintsOfCompiler(String source) {
        return complaintsOfCompiler("Example", source);
    }

    private String complaintsOfCompiler(String name, String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(complaints, null, null, options, null, List.of(file))
                .call();
        return complaints.toString();
    }

    @Test
    void theExampleInTheJavadocOfTheFacadeCompiles() throws IOException {
        String source = read("core", "src", "main", "java", "org", "callcause", "Callcause.java");
        String example = block(source, "<pre>\\{@code\\n(.*?) \\* }</pre>").replaceAll("(?m)^ \\* ?", "");

        assertThat(complaintsAbout(example)).isEmpty();
    }

    @Test
    void theClassInTheReadmeCompilesAsItStandsAndReportsACall() throws Exception {
        String example = block(read("README.md"), "```java\\n(.*?)```");
        String name = block(example, "public final class (\\w+)");
        assertThat(complaintsOfCompiler(name, example)).isEmpty();
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Class<?> shown = loader.loadClass(name);
            Object log = shown.getConstructor().newInstance();
            shown.getMethod("message", Endpoint.class, Endpoint.class, byte[].class)
                    .invoke(log, new Endpoint("192.0.2.10", 5060), new Endpoint("192.0.2.1", 5060), invite("readme"));
            shown.getMethod("quiet").invoke(log);
            shown.getMethod("end").invoke(log);
        } finally {
            System.setOut(usual);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("readme");
    }

    private static byte[] invite(String callId) {
        return """
            INVITE sip:bob@192.0.2.20 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-1
            Max-Forwards: 70
            From: <sip:alice@example.com>;tag=a
            To: <sip:bob@example.com>
            Call-ID: CALL
            CSeq: 1 INVITE

            """.replace("\n", "\r\n").replace("CALL", callId).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theRuleInTheGuideCompiles() throws IOException {
        String rule = block(read("CONTRIBUTING.md"), "```java\\n(.*?)```").stripTrailing();

        assertThat(complaintsAbout("Rule shown = " + rule + ";")).isEmpty();
    }

    @Test
    void theRuleAboutManyCallsInTheGuideCompiles() throws IOException {
        String guide = read("CONTRIBUTING.md");
        String watch = block(guide.substring(guide.indexOf("## A rule about many calls")), "```java\\n(.*?)```");

        assertThat(complaintsOfCompiler("""
                import java.time.Duration;
                import java.time.Instant;
                import org.callcause.diagnosis.*;
                import org.callcause.dialog.EpochNanos;
                import org.callcause.incident.*;
                """ + watch)).isEmpty();
    }

    @Test
    void theTriggerOnTheValueOfAHeaderInTheGuideCompiles() throws IOException {
        String trigger = block(read("CONTRIBUTING.md"), "beside it:\\n\\n(.*?)\\n\\n");

        assertThat(complaintsAbout("Rule.Builder shown = Rule.named(\"acme/reason-42\")" + trigger + ";"))
                .isEmpty();
    }

    @Test
    void theLinesInTheGuideToEmbeddingCompile() throws IOException {
        String guide = read("docs", "embedding.md");
        Matcher matcher = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(guide);
        int blocks = 0;
        while (matcher.find()) {
            String lines = matcher.group(1);
            boolean withMicrometer = lines.contains("Metrics(");
            if (!withMicrometer) {
                assertThat(complaintsOfCompiler(embedding(lines))).as(lines).isEmpty();
                blocks++;
            }
        }
        assertThat(blocks).isEqualTo(9);
    }

    @Test
    void theTenLinesForAnyOtherStackReportACall() throws Exception {
        String guide = read("docs", "embedding.md");
        String lines = block(guide.substring(guide.indexOf("## Any other stack")), "```java\\n(.*?)```");
        assertThat(complaintsOfCompiler(embedding(lines))).isEmpty();
        List<String> logged = new CopyOnWriteArrayList<>();
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> example = loader.loadClass("Example");
            Method shown = Arrays.stream(example.getDeclaredMethods())
                    .filter(method -> method.getName().equals("shown"))
                    .findFirst()
                    .orElseThrow();
            Constructor<?> constructor = example.getDeclaredConstructor();
            constructor.setAccessible(true);
            shown.setAccessible(true);
            shown.invoke(
                    constructor.newInstance(),
                    logger(logged),
                    scheduler,
                    null,
                    null,
                    null,
                    null,
                    null,
                    invite("ten-lines"));
        } finally {
            scheduler.shutdownNow();
        }

        assertThat(logged).singleElement().asString().contains("ten-lines");
    }

    /** A logger that keeps what it is told. */
    private static Logger logger(List<String> logged) {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    logged.add(String.valueOf(arguments[0]));
                    return null;
                });
    }

    /** The lines in a method that has what a reader of the guide has at hand. */
    private static String embedding(String lines) {
        String calls = lines.contains("LiveCalls calls =") ? "" : "LiveCalls calls, ";
        return """
            import java.io.IOException;
            import java.net.InetSocketAddress;
            import java.time.Instant;
            import java.util.List;
            import java.util.concurrent.ScheduledExecutorService;
            import org.callcause.*;
            import org.callcause.call.Call;
            import org.callcause.capture.hep.*;
            import org.callcause.dialog.*;
            import org.callcause.jainsip.*;
            import org.callcause.live.*;
            import org.callcause.message.*;
            import org.callcause.report.*;
            import org.callcause.rule.LoadProblem;
            import org.slf4j.Logger;
            class Example {
                interface Connection {
                    void send(byte[] bytes) throws IOException;
                }
                void shown(%sLogger log, ScheduledExecutorService scheduler, Instant time, Instant now,
                        Endpoint from, Endpoint to, Connection connection, byte[] bytes) throws Exception {
            %s
                }
            }
            """.formatted(calls, lines);
    }

    @Test
    void theReadmeShowsWhatTheCommandPrints() throws IOException, InterruptedException {
        String shown = block(read("README.md"), "```text\\n(.*?)```");
        String printed = JavaProcess.printedByCommand("analyze", "--no-color", "examples/declined-after-ringing.txt");

        assertThat(printed).isEqualTo(shown);
    }

    @Test
    void thePageOfPastedLogsShowsWhatTheCommandPrints() throws IOException, InterruptedException {
        Matcher shown = Pattern.compile("analyze - < (\\S+)\n\n```text\n(.*?)```", Pattern.DOTALL)
                .matcher(read("docs", "logs.md"));
        int logs = 0;
        while (shown.find()) {
            String printed =
                    JavaProcess.printedByCommandReading(ROOT.resolve(shown.group(1)), "analyze", "--no-color", "-");
            assertThat(printed).as(shown.group(1)).isEqualTo(shown.group(2));
            logs++;
        }
        assertThat(logs).isEqualTo(5);
    }

    @Test
    void theGuideToAReportShowsWhatTheCommandPrints() throws IOException, InterruptedException {
        String guide = read("docs", "reading-a-report.md");
        String trace = block(guide, "    ./callcause analyze (\\S+)\n");

        assertThat(JavaProcess.printedByCommand("analyze", "--no-color", trace))
                .isEqualTo(block(guide, "```text\\n(.*?)```"));
    }

    @Test
    void theGuideToAReportDefinesEveryOutcomeAndLikelihood() throws IOException {
        String guide = read("docs", "reading-a-report.md");

        for (Disposition.Kind outcome : Disposition.Kind.values()) {
            assertThat(guide).contains("\n| `" + outcome.name().replace('_', ' ') + "` | ");
        }
        for (Likelihood likelihood : Likelihood.values()) {
            assertThat(guide).contains("\n| " + likelihood.name().toLowerCase(Locale.ROOT) + " | ");
        }
    }
}
