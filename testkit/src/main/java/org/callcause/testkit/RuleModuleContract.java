package org.callcause.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every rule module has to keep. Extend it in a test class, name the module and its examples, and JUnit runs the
 * rest. A page of the rules, where one is wanted, is written anew with {@code -Dcallcause.update=true}.
 */
public abstract class RuleModuleContract {

    private static final String ROOT = "callcause.root";
    private static final String UPDATE = "callcause.update";

    /** For subclasses. */
    protected RuleModuleContract() {}

    /** The module. */
    protected abstract RuleModule module();

    /** For each rule at least one call in which it fires and one in which it stays silent. */
    protected abstract List<RuleExample> examples();

    /** For each rule about many calls at least one traffic in which it fires and one in which it stays silent. */
    protected List<IncidentExample> incidentExamples() {
        return List.of();
    }

    /** The rules that the examples and the healthy calls are shown to; without a reason, the module's own. */
    protected RuleSet rules() {
        return RuleSet.builder().add(module()).build();
    }

    /** Whether the module is to be found by {@link java.util.ServiceLoader}; not so for one that is made in a test. */
    protected boolean isProvided() {
        return true;
    }

    /**
     * Where a page of the rules is kept, such as {@code docs/rules/acme.md}; without it, there is none.
     *
     * @return absolute, or relative to the folder that the system property {@code callcause.root} names, else to the
     *     working directory
     */
    protected Optional<Path> cataloguePath() {
        return Optional.empty();
    }

    /** The contract on names. */
    @Test
    @DisplayName("the ids of the rules begin with the module's id, and each is there once")
    public void idsArePrefixedAndUnique() {
        ContractChecks.ids(module());
        List<?> problems = RuleSet.builder().add(module()).build().problems();
        ContractChecks.require(problems.isEmpty(), "not all rules were taken: " + problems);
    }

    /** The contract on what a rule says of itself. */
    @TestFactory
    @DisplayName("each rule has a title, a citation, and supersedes only what there is")
    public Stream<DynamicTest> rulesDescribeThemselves() {
        RuleModule module = module();
        RuleDescriptions descriptions = new RuleDescriptions(module, RuleSet.discovered());
        return module.rules().stream().map(rule -> dynamicTest(rule.id(), () -> descriptions.check(rule)));
    }

    /** The contract on examples. */
    @TestFactory
    @DisplayName("each rule has an example in which it fires and a near miss")
    public Stream<DynamicTest> rulesHaveExamples() {
        List<RuleExample> examples = examples();
        return module().rules().stream()
                .map(rule -> dynamicTest(rule.id(), () -> ContractChecks.examples(rule, examples)));
    }

    /** The contract on what examples show. */
    @TestFactory
    @DisplayName("each rule fires in its examples and stays silent in its near misses")
    public Stream<DynamicTest> examplesShowTheirRule() {
        RuleSet rules = rules();
        return examples().stream()
                .map(example -> dynamicTest(
                        name(example.rule(), example.kind(), example.sentence()),
                        () -> ContractChecks.fires(example, rules)));
    }

    /** The contract on logs that give no times. */
    @TestFactory
    @DisplayName("without times each rule says the same, or that it was not checked, and guesses nothing")
    public Stream<DynamicTest> timesAreNotGuessed() {
        RuleSet rules = rules();
        return examples().stream()
                .map(example -> dynamicTest(
                        name(example.rule(), example.kind(), example.sentence()),
                        () -> ContractChecks.timesAreNotGuessed(example, rules)));
    }

    /** The contract on what a finding says. */
    @TestFactory
    @DisplayName("what a rule finds is explained, quoted word for word, and comes with a remedy and a way to be sure")
    public Stream<DynamicTest> findingsAreComplete() {
        RuleSet rules = rules();
        return examples().stream()
                .filter(example -> example.kind() == RuleExample.Kind.FIRES)
                .map(example -> dynamicTest(
                        name(example.rule(), example.kind(), example.sentence()),
                        () -> ContractChecks.completeness(example, rules)));
    }

    private static String name(String rule, RuleExample.Kind kind, String sentence) {
        return rule + (kind == RuleExample.Kind.FIRES ? " fires: " : " is silent: ") + sentence;
    }

    /** The contract on false alarms. */
    @TestFactory
    @DisplayName("healthy calls stay without a diagnosis and without a violation, with times and without")
    public Stream<DynamicTest> healthyCallsStaySilent() {
        RuleSet rules = rules();
        return HealthyCalls.all().stream()
                .map(healthy -> dynamicTest(healthy.name(), () -> ContractChecks.silence(healthy, rules)));
    }

    /** The contract on captures and logs that cut messages. */
    @TestFactory
    @DisplayName("healthy calls stay without a diagnosis and without a violation where their messages are cut")
    public Stream<DynamicTest> cutMessagesAreNotBlamed() {
        RuleSet rules = rules();
        return HealthyCalls.all().stream()
                .map(healthy -> dynamicTest(healthy.name(), () -> CutChecks.silence(healthy, rules)));
    }

    /** The contract on what a rule about many calls says of itself. */
    @TestFactory
    @DisplayName(
            "each incident rule has a title, a condition, a citation, an example and a near miss, and supersedes only"
                    + " what there is")
    public Stream<DynamicTest> incidentRulesDescribeThemselves() {
        RuleModule module = module();
        List<IncidentExample> examples = incidentExamples();
        RuleDescriptions descriptions = new RuleDescriptions(module, RuleSet.discovered());
        return module.incidentRules().stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    descriptions.check(rule);
                    IncidentChecks.examples(rule, examples);
                }));
    }

    /** The contract on what traffic shows. */
    @TestFactory
    @DisplayName("each incident rule fires in its examples, says all that is needed, and is silent in its near misses")
    public Stream<DynamicTest> incidentExamplesShowTheirRule() {
        RuleSet rules = rules();
        return incidentExamples().stream()
                .map(example -> dynamicTest(
                        name(example.rule(), example.kind(), example.sentence()),
                        () -> IncidentChecks.fires(example, rules)));
    }

    /** The contract on incidents that depend on nothing but the calls. */
    @Test
    @DisplayName("the same traffic gives the same incidents again")
    public void incidentsRepeat() {
        RuleSet rules = rules();
        incidentExamples().forEach(example -> IncidentChecks.sameResultTwice(example, rules));
    }

    /** The contract on false alarms of many calls. */
    @Test
    @DisplayName("healthy traffic stays without an incident")
    public void healthyTrafficStaysSilent() {
        if (!module().incidentRules().isEmpty()) {
            IncidentChecks.silence(rules());
        }
    }

    /** The contract on rules without state. */
    @Test
    @DisplayName("the same call gets the same verdict again")
    public void verdictsRepeat() {
        RuleSet rules = rules();
        examples().forEach(example -> ContractChecks.sameResultTwice(example.call(), rules));
    }

    /**
     * The contract on rules that see what nobody thought of. The system property {@code callcause.mangled} says in how many
     * ways each call is mangled.
     */
    @Test
    @DisplayName(
            "no rule throws or finds what nobody can check, however the examples and the healthy calls are mangled")
    public void noRuleThrows() {
        MangledChecks.noFailure(examples(), rules());
    }

    /** The contract on what a rule needs beside its trigger. */
    @Test
    @DisplayName("what a rule needs holds wherever its trigger matches")
    public void necessaryPartsAreNecessary() {
        List<Rule> rules = module().rules();
        examples().forEach(example -> ContractChecks.needs(example.call(), rules));
    }

    /** The contract on being found. */
    @Test
    @DisplayName("the module is found by the service loader")
    public void moduleIsFound() {
        if (isProvided()) {
            Class<?> wanted = module().getClass();
            ContractChecks.require(
                    RuleSet.discovered().modules().stream().anyMatch(found -> found.getClass() == wanted),
                    wanted.getName() + " is not among the providers: name it in module-info.java (provides) and in"
                            + " META-INF/services/org.callcause.rule.RuleModule");
        }
    }

    /** The contract on the page of the rules. */
    @Test
    @DisplayName("the page of the rules says what the rules say")
    public void catalogueIsUpToDate() throws IOException {
        Optional<Path> path = cataloguePath();
        if (path.isEmpty()) {
            return;
        }
        Path file = Path.of(System.getProperty(ROOT, "")).resolve(path.get());
        String page = RuleCatalogue.page(module(), examples(), incidentExamples());
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page);
        }
        String kept = Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n")
                : "";
        ContractChecks.require(
                kept.equals(page),
                path.get() + " is missing or differs from the rules: run the test with -D" + UPDATE + "=true and commit"
                        + " the page. First difference: " + firstDifference(kept, page));
    }

    private static String firstDifference(String kept, String page) {
        List<String> there = kept.lines().toList();
        List<String> wanted = page.lines().toList();
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= there.size() || !there.get(i).equals(wanted.get(i))) {
                return "line " + (i + 1) + ", which is to be \"" + wanted.get(i) + "\"";
            }
        }
        return "line " + (wanted.size() + 1);
    }
}
