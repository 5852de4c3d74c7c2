package org.callcause.cli;

import org.callcause.Callcause;
import org.callcause.call.CallLimits;
import picocli.CommandLine.Mixin;

/** The options of the commands that follow calls: which legs belong together, and which rules judge. */
final class AnalysisOptions {

    @Mixin
    private LegOptions legs = new LegOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    Callcause callcause(Console console, CallLimits limits) {
        return legs.applyTo(Callcause.with(rules.rules(console), limits));
    }

    /** Whether all rules were loaded that were asked for; known once the analysis is made. */
    boolean haveAllRules() {
        return rules.isComplete();
    }
}
