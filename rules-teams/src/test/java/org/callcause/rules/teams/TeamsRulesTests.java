package org.callcause.rules.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.callcause.rules.teams.codes.PhraseCalls;
import org.callcause.rules.teams.decline.DeclineCalls;
import org.callcause.rules.teams.decline.NeighbourCalls;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.health.OptionsCalls;
import org.callcause.rules.teams.health.TrunkTraffic;
import org.callcause.rules.teams.readiness.ReadinessCalls;
import org.callcause.rules.teams.setup.FailoverCalls;
import org.callcause.rules.teams.setup.SetupCalls;
import org.callcause.testkit.IncidentExample;
import org.callcause.testkit.RuleExample;
import org.callcause.testkit.RuleModuleContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TeamsRulesTests extends RuleModuleContract {

    @Override
    protected RuleModule module() {
        return new TeamsRules();
    }

    @Override
    protected Optional<Path> cataloguePath() {
        return Optional.of(Path.of("docs", "rules", "teams.md"));
    }

    @Override
    protected List<RuleExample> examples() {
        return Stream.of(
                        DeclineCalls.examples(),
                        NeighbourCalls.examples(),
                        PhraseCalls.examples(),
                        ReadinessCalls.examples(),
                        SetupCalls.examples(),
                        FailoverCalls.examples(),
                        OptionsCalls.examples())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    protected List<IncidentExample> incidentExamples() {
        return TrunkTraffic.examples();
    }

    @TestFactory
    @DisplayName("a diagnosis says where the administrator looks next, and what the user finds out without one")
    Stream<DynamicTest> diagnosesSayWhereToLookNext() {
        RuleSet rules = rules();
        return examples().stream()
                .filter(example -> example.kind() == RuleExample.Kind.FIRES)
                .map(example -> dynamicTest(example.rule() + ": " + example.sentence(), () -> {
                    List<Diagnosis> found = diagnoses(example, rules);
                    assertThat(found)
                            .allSatisfy(diagnosis -> assertThat(diagnosis.confirm())
                                    .anyMatch(way -> way.startsWith(Places.administrator("")))
                                    .anyMatch(way -> way.startsWith(Places.user(""))));
                }));
    }

    private static List<Diagnosis> diagnoses(RuleExample example, RuleSet rules) {
        List<Diagnosis> found = new ArrayList<>();
        try (CallStream calls = Callcause.with(rules).stream(report -> found.addAll(report.diagnoses()))) {
            example.call().messages().forEach(calls::add);
            example.call().observedUntil().ifPresent(calls::advanceTo);
        }
        return found.stream()
                .filter(diagnosis -> diagnosis.rule().equals(example.rule()))
                .toList();
    }
}
