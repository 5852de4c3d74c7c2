package org.callcause.rules.teams;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.RuleModule;
import org.callcause.testkit.RuleExample;
import org.callcause.testkit.RuleModuleContract;

class TeamsRulesTests extends RuleModuleContract {

    @Override
    protected RuleModule module() {
        return new TeamsRules();
    }

    @Override
    protected List<RuleExample> examples() {
        return Stream.of(DeclineCalls.examples(), DoNotDisturbCalls.examples(), RetryCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}
