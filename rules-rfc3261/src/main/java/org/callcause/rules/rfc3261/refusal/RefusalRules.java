package org.callcause.rules.rfc3261.refusal;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Final responses that refused a call. */
public final class RefusalRules {

    private RefusalRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        DeclineRules.rules(),
                        BusyRules.rules(),
                        TemporarilyUnavailableRules.rules(),
                        AddressRules.rules(),
                        ChangedNumberRules.rules(),
                        ForbiddenRules.rules(),
                        LimitRules.rules(),
                        BarredDestinationRules.rules(),
                        CallerNumberRules.rules(),
                        NamedOutcomeRules.rules(),
                        StandInRules.rules(),
                        RequestTerminatedRules.rules(),
                        ServiceUnavailableRules.rules(),
                        ServiceUnavailableCauseRules.rules(),
                        BadRequestRules.rules(),
                        AnnouncedRefusalRules.rules(),
                        ExtensionNotDemandedRules.rules(),
                        OtherRefusalRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}
