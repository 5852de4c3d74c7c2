package org.callcause.rules.teams;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.RuleModule;
import org.callcause.rules.teams.codes.PhraseCalls;
import org.callcause.rules.teams.decline.DeclineCalls;
import org.callcause.rules.teams.decline.NeighbourCalls;
import org.callcause.rules.teams.health.OptionsCalls;
import org.callcause.rules.teams.readiness.ReadinessCalls;
import org.callcause.rules.teams.setup.SetupCalls;
import org.callcause.testkit.RuleExample;
import org.callcause.testkit.RuleModuleContract;

class TeamsRulesTests extends RuleModuleContract {

    @Override
    protected RuleModule module() {
        return new TeamsRules();
    }

    @Override
    protected List<RuleExample> examples() {
        return Stream.of(
                        DeclineCalls.examples(),
                        NeighbourCalls.examples(),
                        PhraseCalls.examples(),
                        ReadinessCalls.examples(),
                        SetupCalls.examples(),
                        OptionsCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}
