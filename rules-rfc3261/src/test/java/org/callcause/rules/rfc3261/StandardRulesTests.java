package org.callcause.rules.rfc3261;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.RuleModule;
import org.callcause.testkit.RuleExample;
import org.callcause.testkit.RuleModuleContract;

class StandardRulesTests extends RuleModuleContract {

    @Override
    protected RuleModule module() {
        return new StandardRules();
    }

    @Override
    protected List<RuleExample> examples() {
        return Stream.of(
                        DeclineCalls.examples(),
                        BusyCalls.examples(),
                        TemporarilyUnavailableCalls.examples(),
                        AddressCalls.examples(),
                        AuthenticationCalls.examples(),
                        ForbiddenCalls.examples(),
                        NoResponseCalls.examples(),
                        RequestTerminatedCalls.examples(),
                        MediaCalls.examples(),
                        ServiceUnavailableCalls.examples(),
                        OtherCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}
