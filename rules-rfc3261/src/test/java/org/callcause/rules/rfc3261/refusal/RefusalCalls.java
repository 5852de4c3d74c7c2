package org.callcause.rules.rfc3261.refusal;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for final responses that refused a call. */
public final class RefusalCalls {

    private RefusalCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        DeclineCalls.examples(),
                        BusyCalls.examples(),
                        TemporarilyUnavailableCalls.examples(),
                        AddressCalls.examples(),
                        ChangedNumberCalls.examples(),
                        ForbiddenCalls.examples(),
                        LimitCalls.examples(),
                        BarredDestinationCalls.examples(),
                        CallerNumberCalls.examples(),
                        NamedOutcomeCalls.examples(),
                        StandInCalls.examples(),
                        RequestTerminatedCalls.examples(),
                        ServiceUnavailableCalls.examples(),
                        BadRequestCalls.examples(),
                        AnnouncedRefusalCalls.examples(),
                        ExtensionNotDemandedCalls.examples(),
                        OtherCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}
