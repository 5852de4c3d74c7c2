package org.callcause.rules.rfc3261;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;

/** What RFC 3261 and its family let one know of a call from its messages. */
public final class StandardRules implements RuleModule {

    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public StandardRules() {}

    @Override
    public String id() {
        return "rfc3261";
    }

    @Override
    public String description() {
        return "RFC 3261 and its family, Q.850";
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(
                        DeclineRules.rules(),
                        BusyRules.rules(),
                        TemporarilyUnavailableRules.rules(),
                        AddressRules.rules(),
                        AuthenticationRules.rules(),
                        ForbiddenRules.rules(),
                        NoResponseRules.rules(),
                        RequestTerminatedRules.rules(),
                        MediaRules.rules(),
                        ServiceUnavailableRules.rules(),
                        OtherRefusalRules.rules(),
                        AcknowledgementRules.rules(),
                        ReleaseCauseRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}
