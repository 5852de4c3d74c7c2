package org.callcause.rules.rfc3261.incident;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.IncidentExample;

/** Traffic that shows what each rule about many calls is about, and what it is not about. */
public final class IncidentTraffic {

    private IncidentTraffic() {}

    /** All of it. */
    public static List<IncidentExample> examples() {
        return Stream.of(TrunkTraffic.examples(), CallerTraffic.examples(), RegistrationTraffic.examples())
                .flatMap(List::stream)
                .toList();
    }
}
