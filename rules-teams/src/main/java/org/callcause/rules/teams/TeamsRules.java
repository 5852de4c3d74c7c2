package org.callcause.rules.teams;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;

/** What SIP codes mean where Microsoft Teams Phone or its forerunners Lync and Skype for Business take part. */
public final class TeamsRules implements RuleModule {

    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public TeamsRules() {}

    @Override
    public String id() {
        return "teams";
    }

    @Override
    public String description() {
        return "Microsoft Teams Phone with Direct Routing; Lync and Skype for Business";
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(DeclineRules.rules(), DoNotDisturbRules.rules(), RetryRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}
