package org.callcause.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.callcause.CaptureComparison;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.LoadProblem;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RulePattern;
import org.callcause.rule.RuleSet;
import picocli.CommandLine.Option;

/** The options that choose the rules. */
final class RuleOptions {

    private static final String PROVIDERS = "META-INF/services/" + RuleModule.class.getName();

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            description =
                    "Further rule modules: a jar, or a folder of jars. What cannot be loaded of them is named, and"
                            + " makes the exit status 2. May be given again.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "PATTERN",
            description =
                    "Leave out a rule by its id, or several by a prefix and a star: 'teams/*'. May be given again.")
    private List<String> dropped = new ArrayList<>();

    @Option(
            names = "--suppress",
            paramLabel = "PATTERN=REASON",
            description =
                    "Do not count what these rules find, and say why. It stays visible, and no more general reading"
                            + " takes its place. May be given again.")
    private List<String> suppressed = new ArrayList<>();

    private boolean complete = true;

    /** The rules as asked for. What cannot be loaded and a pattern that fits none are complained of, and the rest is done. */
    RuleSet rules(Console console) {
        RuleSet.Builder builder = RuleSet.builder();
        ClassLoader loader = loader();
        builder.discover(loader);
        List<String> known = known(builder.build());
        for (String pattern : dropped) {
            if (isKnown("--without", pattern, known, console)) {
                builder.without(pattern);
            }
        }
        for (String suppression : suppressed) {
            int equals = suppression.indexOf('=');
            if (equals < 1 || suppression.substring(equals + 1).isBlank()) {
                throw CommandException.badInput("--suppress " + suppression + ": a reason is needed: PATTERN=REASON");
            }
            String pattern = suppression.substring(0, equals);
            if (isKnown("--suppress", pattern, known, console)) {
                builder.suppress(pattern, suppression.substring(equals + 1));
            }
        }
        RuleSet rules = builder.build();
        boolean found =
                rules.modules().stream().anyMatch(module -> module.getClass().getClassLoader() == loader);
        for (LoadProblem problem : rules.problems()) {
            console.complain(
                    (paths.isEmpty() ? "" : "among " + named() + ": ") + problem.what() + ": " + problem.problem());
        }
        if (!paths.isEmpty() && !found && rules.problems().isEmpty()) {
            throw CommandException.badInput(
                    paths.get(0) + ": no rule module in it; a jar names its own in " + PROVIDERS);
        }
        complete = rules.problems().isEmpty();
        return rules;
    }

    /** Whether all rules were loaded that were asked for. */
    boolean isComplete() {
        return complete;
    }

    /** The status of a command that did what it could with the rules that there are. */
    int status(int ofTheAnswer) {
        return complete || ofTheAnswer != ExitStatus.OK ? ofTheAnswer : ExitStatus.BAD_INPUT;
    }

    private String named() {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static List<String> known(RuleSet rules) {
        return Stream.of(
                        rules.rules().stream().map(Rule::id),
                        rules.incidentRules().stream().map(IncidentRule::id),
                        CaptureComparison.FINDINGS.stream().map(CaptureComparison.Finding::id))
                .flatMap(ids -> ids)
                .toList();
    }

    /** Whether a rule matches. If none does, that is said, and the command does the rest. */
    private static boolean isKnown(String option, String pattern, List<String> known, Console console) {
        boolean matches = known.stream().anyMatch(id -> RulePattern.matches(pattern, id));
        if (!matches) {
            console.complain("no rule matches " + option + " " + pattern);
        }
        return matches;
    }

    /** Stays open while the virtual machine runs: rules load their classes when they are first used. */
    private ClassLoader loader() {
        ClassLoader ours = RuleOptions.class.getClassLoader();
        if (paths.isEmpty()) {
            return ours;
        }
        List<URL> places = new ArrayList<>();
        paths.forEach(path -> places.addAll(places(path)));
        return new URLClassLoader("rules", places.toArray(URL[]::new), ours);
    }

    private static List<URL> places(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(url(path));
        }
        if (!Files.isDirectory(path)) {
            throw CommandException.badInput(path + ": no such file or folder");
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException unreadable) {
            throw CommandException.badInput(path + ": cannot be read");
        }
        if (jars.isEmpty()) {
            throw CommandException.badInput(path + ": no jars in this folder; " + whereJarsMayBe(path));
        }
        return jars.stream().sorted().map(RuleOptions::url).toList();
    }

    /** What may have been meant by a folder without jars. */
    private static String whereJarsMayBe(Path folder) {
        Path built = folder.resolve("target");
        if (holdsJars(built)) {
            return "there are some in " + built;
        }
        if (Files.exists(folder.resolve("pom.xml"))) {
            return "it is a project: build it with mvn package and give its jar in " + built;
        }
        return "give the jar of a rule module, or the folder it is in";
    }

    private static boolean holdsJars(Path folder) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            return jars.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }

    private static URL url(Path path) {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            jar.size();
        } catch (IOException broken) {
            throw CommandException.badInput(path + ": not a jar");
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw CommandException.badInput(path + ": not a file of this machine");
        }
    }
}
