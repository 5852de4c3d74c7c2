package org.callcause.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
                .definedBy(
                        "org.callcause.capture..",
                        "org.callcause.rules..",
                        "org.callcause.live..",
                        "org.callcause.jainsip..",
                        "org.callcause.report..",
                        "org.callcause.testkit..",
                        "org.callcause.cli..")
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
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.callcause..")
                .layer("core")
                .definedBy(CORE)
                .layer("capture")
                .definedBy("org.callcause.capture..")
                .layer("rules-rfc3261")
                .definedBy("org.callcause.rules.rfc3261..")
                .layer("rules-teams")
                .definedBy("org.callcause.rules.teams..")
                .layer("live")
                .definedBy("org.callcause.live..")
                .layer("jain-sip")
                .definedBy("org.callcause.jainsip..")
                .layer("report")
                .definedBy("org.callcause.report..")
                .layer("testkit")
                .definedBy("org.callcause.testkit..")
                .layer("cli")
                .definedBy("org.callcause.cli..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("capture")
                .mayOnlyAccessLayers("core")
                .whereLayer("rules-rfc3261")
                .mayOnlyAccessLayers("core")
                .whereLayer("rules-teams")
                .mayOnlyAccessLayers("core")
                .whereLayer("live")
                .mayOnlyAccessLayers("core")
                .whereLayer("jain-sip")
                .mayOnlyAccessLayers("core", "live")
                .whereLayer("report")
                .mayOnlyAccessLayers("core")
                .whereLayer("testkit")
                .mayOnlyAccessLayers("core")
                .whereLayer("cli")
                .mayOnlyAccessLayers("core", "capture", "live", "report", "rules-rfc3261", "rules-teams")
                .check(CALLCAUSE);
    }

    @Test
    void coreUsesNothingButTheJdkSlf4jAndJspecify() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.slf4j..", "org.jspecify..", "org.callcause..")
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
