package org.callcause.acceptance;

import java.util.List;
import org.callcause.incident.IncidentKind;

/** The traffic behind the captures of {@code examples/incidents}: of each kind of incident as few calls as show it. */
final class IncidentExamples {

    record Example(IncidentKind kind, String sentence, String script) {}

    private IncidentExamples() {}

    static List<Example> all() {
        return List.of(
                new Example(
                        IncidentKind.OUTAGE,
                        "A trunk refuses every call from one moment on, after ten that got through.",
                        """
                        0   10 calls every 6 from phone*5 to +493012340*5 over 198.51.100.7: answered 40
                        64  8 calls every 6 from phone*5 to +493012340*5 over 198.51.100.7: 500
                        """),
                new Example(
                        IncidentKind.OVERLOAD,
                        "A trunk takes a call every four seconds, and refuses most of two bursts, in which its"
                                + " Retry-After is ignored.",
                        """
                        0     14 calls every 4 from phone*5 to +493012340*5 over 198.51.100.7: answered 21
                        70    6 calls every 0.4 from phone*5 to +493012340*5 over 198.51.100.7: 503 | Retry-After: 10
                        80    8 calls every 4 from phone*5 to +493012340*5 over 198.51.100.7: answered 21
                        120   6 calls every 0.4 from phone*5 to +493012340*5 over 198.51.100.7: 503 | Retry-After: 10
                        """),
                new Example(
                        IncidentKind.FAILING_PARTY,
                        "All calls of one user are forbidden, among those of others that get through.",
                        """
                        0   14 calls every 8 from phone*5 to +493012340*5 over 198.51.100.7: answered 40
                        3   8 calls every 13 from carol to +493012340*5 over 198.51.100.7: 403
                        """),
                new Example(
                        IncidentKind.RETRY_AFTER_FINAL,
                        "One decline, and the exchange tries the same call over three trunks more.",
                        """
                        0     1 call from alice to +4930123456 over 198.51.100.7: rings 4 then 603
                        4.9   1 call from alice to +4930123456 over 198.51.100.8: rings 4 then 603
                        9.8   1 call from alice to +4930123456 over 198.51.100.9: rings 4 then 603
                        14.7  1 call from alice to +4930123456 over 198.51.100.7: rings 4 then 603
                        """),
                new Example(
                        IncidentKind.DROP_TIME, "Some conversations are hung up by the called side after 32 s.", """
                            0  2 calls every 30 from phone*5 to +493012340*5 over 198.51.100.7: answered 55
                            5  6 calls every 10 from phone*5 to +493012340*5 over 198.51.100.7: answered 32 by callee
                            """),
                new Example(
                        IncidentKind.CAPACITY_LIMIT,
                        "A trunk with three channels refuses the fourth call, on two occasions.",
                        """
                        0    14 calls every 15 from phone*5 to +493012340*5 over 198.51.100.7: answered 20
                        240  3 calls every 1 from phone*5 to +493012340*5 over 198.51.100.7: answered 40
                        250  4 calls every 2 from desk*5 to +493012340*5 over 198.51.100.7: 503
                        300  6 calls every 15 from phone*5 to +493012340*5 over 198.51.100.7: answered 20
                        420  3 calls every 1 from phone*5 to +493012340*5 over 198.51.100.7: answered 40
                        430  4 calls every 2 from desk*5 to +493012340*5 over 198.51.100.7: 503
                        480  2 calls every 15 from phone*5 to +493012340*5 over 198.51.100.7: answered 20
                        """),
                new Example(
                        IncidentKind.OPTIONS_LOST,
                        "A trunk stops answering OPTIONS; the calls that go there all the same fail.",
                        """
                        0    4 probes every 60 over 198.51.100.7: 200
                        20   4 calls every 40 from phone*5 to +493012340*5 over 198.51.100.7: answered 40
                        240  3 probes every 60 over 198.51.100.7: nothing
                        270  5 calls every 20 from phone*5 to +493012340*5 over 198.51.100.7: nothing
                        """),
                new Example(
                        IncidentKind.REGISTRATION_LAPSE,
                        "Bob's registration is not refreshed, and then calls to Bob fail.",
                        """
                        0    1 registration from bob at 10.1.1.5 over 198.51.100.7: challenged then 200 | Expires: 300
                        60   2 calls every 60 from phone*5 to bob over 198.51.100.7: answered 30
                        330  4 calls every 20 from phone*5 to bob over 198.51.100.7: 480
                        """),
                new Example(
                        IncidentKind.REGISTRATION_STORM,
                        "After a restart phones register faster than the registrar takes them.",
                        """
                        0    10 registrations every 15 from phone*10 at 10.1.1.1*10 over 198.51.100.7: 200
                        155  10 registrations every 0.5 from phone*10 at 10.1.1.1*10 over 198.51.100.7: 200
                        155  12 registrations every 0.5 from desk*12 at 10.1.2.1*12 over 198.51.100.7: 503
                        """),
                new Example(
                        IncidentKind.ROUTE_FLAPPING, "A gateway refuses calls, which go on over the second one.", """
                            0  2 calls every 40 from phone*5 to +493012340*5 over 198.51.100.7: answered 40
                            6  5 calls every 12 from desk*5 to +494012340*5 over 198.51.100.7, 198.51.100.8: 503, answered 40
                            """),
                new Example(
                        IncidentKind.ATTACK,
                        "One address tries twenty passwords of one extension, and the next one is right.",
                        """
                        0   3 registrations every 4 from phone*5 at 10.1.1.1*3 over 198.51.100.7: challenged then 200
                        5   20 registrations every 1 from 1001 at 203.0.113.9 over 198.51.100.7: challenged then 403 | User-Agent: Custom
                        26  1 registration from 1001 at 203.0.113.9 over 198.51.100.7: challenged then 200 | User-Agent: Custom
                        """),
                new Example(
                        IncidentKind.TOLL_FRAUD,
                        "At night an extension calls satellite numbers that follow each other.",
                        """
                        0   4 calls every 9 from phone*4 to +493012340*5 over 198.51.100.7: answered 40
                        60  8 calls every 10 from 1001 at 203.0.113.9 to +881612345600*8 over 198.51.100.7: answered 200
                        """),
                new Example(
                        IncidentKind.SIGNATURE,
                        "Many users' calls fail for want of a common codec, and others do not.",
                        """
                        0  13 calls every 10 from phone*12 to +493012340*12 over 198.51.100.7: answered 40
                        2  10 calls every 11 from phone*12 to +493012340*12 over 198.51.100.7: 488
                        """));
    }
}
