package org.callcause.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, so that the picture cannot drift. */
class ArchitectureTests {

    private static final JavaClasses CALLCAUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.callcause");

    private static final String[] CORE = {
        "org.callcause",
        "org.callcause.hashing..",
        "org.callcause.message..",
        "org.callcause.dialog..",
        "org.callcause.call..",
        "org.callcause.leg..",
        "org.callcause.vantage..",
        "org.callcause.diagnosis..",
        "org.callcause.incident..",
        "org.callcause.rule.."
    };

    /** A module outside core, by its folder: its packages, and the modules that it may use. */
    private record Module(String folder, String packages, List<String> mayUse) {

        Module(String folder, String packages, String... mayUse) {
            this(folder, packages, List.of(mayUse));
        }
    }

    private static final List<Module> OUTSIDE_CORE = List.of(
            new Module("capture", "org.callcause.capture..", "core"),
            new Module("rules-rfc3261", "org.callcause.rules.rfc3261..", "core"),
            new Module("rules-teams", "org.callcause.rules.teams..", "core"),
            new Module("live", "org.callcause.live..", "core"),
            new Module("jain-sip", "org.callcause.jainsip..", "core", "live"),
            new Module("micrometer", "org.callcause.micrometer..", "core", "live"),
            new Module("report", "org.callcause.report..", "core"),
            new Module("testkit", "org.callcause.testkit..", "core"),
            new Module(
                    "cli", "org.callcause.cli..", "core", "capture", "live", "report", "rules-rfc3261", "rules-teams"));

    private static final List<String> UNPUBLISHED = List.of("contract", "acceptance", "fuzzing", "benchmarks");

    @Test
    void corePackagesUseOnlyThoseBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.callcause..")
                .layer("hashing")
                .definedBy("org.callcause.hashing..")
                .layer("message")
                .definedBy("org.callcause.message..")
                .layer("dialog")
                .definedBy("org.callcause.dialog..")
                .layer("call")
                .definedBy("org.callcause.call..")
                .layer("leg")
                .definedBy("org.callcause.leg..")
                .layer("vantage")
                .definedBy("org.callcause.vantage..")
                .layer("diagnosis")
                .definedBy("org.callcause.diagnosis..")
                .layer("incident")
                .definedBy("org.callcause.incident..")
                .layer("rule")
                .definedBy("org.callcause.rule..")
                .layer("facade")
                .definedBy("org.callcause")
                .layer("outside")
                .definedBy(OUTSIDE_CORE.stream().map(Module::packages).toArray(String[]::new))
                .whereLayer("hashing")
                .mayNotAccessAnyLayer()
                .whereLayer("message")
                .mayNotAccessAnyLayer()
                .whereLayer("dialog")
                .mayOnlyAccessLayers("message")
                .whereLayer("call")
                .mayOnlyAccessLayers("hashing", "message", "dialog")
                .whereLayer("leg")
                .mayOnlyAccessLayers("hashing", "message", "dialog", "call")
                .whereLayer("vantage")
                .mayOnlyAccessLayers("message", "dialog", "call")
                .whereLayer("diagnosis")
                .mayOnlyAccessLayers("message", "dialog", "call")
                .whereLayer("incident")
                .mayOnlyAccessLayers("hashing", "message", "dialog", "call", "diagnosis")
                .whereLayer("rule")
                .mayOnlyAccessLayers("message", "dialog", "call", "diagnosis", "incident")
                .whereLayer("facade")
                .mayOnlyAccessLayers("message", "dialog", "call", "leg", "vantage", "diagnosis", "incident", "rule")
                .check(CALLCAUSE);
    }

    @Test
    void roomsOfTheTeamsPackUseOnlyThoseBeforeThem() {
        List<String> rooms =
                List.of("facts", "recognition", "readiness", "codes", "setup", "decline", "health", "records", "trunk");
        for (int i = 0; i < rooms.size(); i++) {
            for (String later : rooms.subList(i + 1, rooms.size())) {
                noClasses()
                        .that()
                        .resideInAPackage("org.callcause.rules.teams." + rooms.get(i))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.callcause.rules.teams." + later)
                        .check(CALLCAUSE);
            }
        }
    }

    @Test
    void modulesOutsideCoreUseCoreAndNotEachOther() {
        LayeredArchitecture arrows = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.callcause..")
                .layer("core")
                .definedBy(CORE)
                .whereLayer("core")
                .mayNotAccessAnyLayer();
        for (Module module : OUTSIDE_CORE) {
            arrows = arrows.layer(module.folder()).definedBy(module.packages());
        }
        for (Module module : OUTSIDE_CORE) {
            arrows = arrows.whereLayer(module.folder())
                    .mayOnlyAccessLayers(module.mayUse().toArray(String[]::new));
        }
        arrows.check(CALLCAUSE);
    }

    @Test
    void everyPublishedModuleIsHeldToItsArrows() throws IOException {
        List<String> modules = Pattern.compile("<module>([a-z0-9-]+)</module>")
                .matcher(Files.readString(Path.of(System.getProperty("callcause.root"), "pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();

        List<String> looked = Stream.of(
                        Stream.of("core"), OUTSIDE_CORE.stream().map(Module::folder), UNPUBLISHED.stream())
                .flatMap(Function.identity())
                .toList();
        assertThat(modules).containsExactlyInAnyOrderElementsOf(looked);
    }

    @Test
    void theBindingOfMetricsUsesTheirLibraryAndNoOther() {
        classes()
                .that()
                .resideInAPackage("org.callcause.micrometer..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.micrometer.core..", "org.jspecify..", "org.callcause..")
                .check(CALLCAUSE);
    }

    @Test
    void coreUsesNothingButTheJdkSlf4jAndJspecify() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.net.ssl..", "org.slf4j..", "org.jspecify..", "org.callcause..")
                .check(CALLCAUSE);
    }

    @Test
    void coreReadsNoClockAndStartsNoThread() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "start")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.concurrent\\.(.*Execut.*|ForkJoin.*|CompletableFuture)|java\\.util\\.Timer.*")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect")
                .because("the same input must give the same report, live or offline")
                .check(CALLCAUSE);
    }

    @Test
    void nothingIsCalledUtilOrImpl() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..impl..")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(CALLCAUSE);
    }
}
