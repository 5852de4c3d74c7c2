package org.callcause.rules.rfc3261.incident;

import java.util.List;
import org.callcause.incident.IncidentRule;

/** The rules about many calls. */
public final class IncidentRules {

    private IncidentRules() {}

    /** All of them. */
    public static List<IncidentRule> rules() {
        return List.of(
                OutageRule.rule(),
                ExchangeOutageRule.rule(),
                OverloadRule.rule(),
                FailingPartyRule.rule(),
                RetryRule.rule(),
                DropTimeRule.rule(),
                CapacityRule.rule(),
                OptionsRule.rule(),
                RegistrationRule.rule(),
                RegistrationStormRule.rule(),
                RouteRule.rule(),
                AttackRule.rule(),
                TollFraudRule.rule(),
                SignatureRule.rule());
    }
}
