package org.callcause.rules.rfc3261.incident;

import static org.callcause.testkit.IncidentExample.fires;
import static org.callcause.testkit.IncidentExample.silent;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.IncidentExample;

/** Traffic in which registrations and other exchanges fail or rush in, and traffic that only looks so. */
final class RegistrationTraffic {

    private RegistrationTraffic() {}

    static List<IncidentExample> examples() {
        return Stream.of(registrations(), registrationStorms(), exchanges())
                .flatMap(List::stream)
                .toList();
    }

    private static List<IncidentExample> registrations() {
        return List.of(
                fires(
                        "rfc3261/lapsed-before-failures",
                        "Bob's registration for 300 s is not refreshed, and then calls to Bob fail",
                        """
                        0    1 registration from bob at 10.1.1.5 over server: challenged then 200 | Expires: 300
                        60   3 calls every 60 from phone*8 to bob over server: answered 30
                        330  4 calls every 20 from phone*8 to bob over server: 480
                        """),
                fires(
                        "rfc3261/lapsed-before-failures",
                        "Four phones of one site are refused their refresh, and calls to them fail",
                        """
                        0    4 registrations every 2 from desk*4 at 10.1.2.1*4 over server: challenged then 200 | Expires: 300
                        280  4 registrations every 2 from desk*4 at 10.1.2.1*4 over server: challenged then 403 | Expires: 300
                        340  8 calls every 5 from phone*8 to desk*4 over server: 480
                        """),
                silent(
                        "rfc3261/lapsed-before-failures",
                        "In the evening four people sign out, and are called all the same",
                        """
                        0    4 registrations every 2 from desk*4 at 10.1.2.1*4 over server: challenged then 200 | Expires: 600
                        300  4 registrations every 2 from desk*4 at 10.1.2.1*4 over server: challenged then 200 | Expires: 0
                        340  8 calls every 5 from phone*8 to desk*4 over server: 480
                        """),
                silent(
                        "rfc3261/lapsed-before-failures",
                        "Bob's phone is registered and refuses calls for a while",
                        """
                        0    3 registrations every 280 from bob at 10.1.1.5 over server: challenged then 200 | Expires: 300
                        330  4 calls every 20 from phone*8 to bob over server: 480
                        """));
    }

    private static List<IncidentExample> registrationStorms() {
        return List.of(
                fires(
                        "rfc3261/registration-storm",
                        "After a restart sixty phones register within half a minute, and half of them get 503",
                        """
                        0    30 registrations every 10 from phone*60 at 10.1.1.1*60 over server: challenged then 200
                        305  30 registrations every 0.5 from phone*60 at 10.1.1.1*60 over server: challenged then 200
                        305  30 registrations every 0.5 from desk*60 at 10.1.2.1*60 over server: 503
                        """),
                fires(
                        "rfc3261/registration-storm",
                        "A phone asks for too short a time every five seconds, and takes no notice of the answer",
                        """
                        0  10 registrations every 30 from phone*10 at 10.1.1.1*10 over server: challenged then 200
                        5  30 registrations every 5 from bob at 10.1.1.99 over server: 423 | Min-Expires: 300
                        """),
                silent(
                        "rfc3261/registration-storm",
                        "After a power cut sixty phones register within half a minute, and all are taken",
                        """
                        0    30 registrations every 10 from phone*60 at 10.1.1.1*60 over server: challenged then 200
                        305  60 registrations every 0.3 from phone*60 at 10.1.1.1*60 over server: challenged then 200
                        """),
                silent(
                        "rfc3261/registration-storm",
                        "A phone is told once that its time is too short, another gets a 500 each minute",
                        """
                        0  30 registrations every 10 from phone*60 at 10.1.1.1*60 over server: challenged then 200
                        5  1 registration from bob at 10.1.1.99 over server: 423 | Min-Expires: 300
                        6  1 registration from bob at 10.1.1.99 over server: 200 | Expires: 300
                        7  30 registrations every 60 from carol at 10.1.1.98 over server: 500
                        """));
    }

    private static List<IncidentExample> exchanges() {
        return List.of(
                fires(
                        "rfc3261/exchange-outage",
                        "A registrar stops answering, and is back after twelve registrations",
                        """
                        0    20 registrations every 10 from phone*20 at 10.1.1.1*20 over server: challenged then 200
                        200  12 registrations every 10 from phone*20 at 10.1.1.1*20 over server: nothing
                        360  5 registrations every 10 from phone*20 at 10.1.1.1*20 over server: challenged then 200
                        """),
                silent(
                        "rfc3261/exchange-outage",
                        "A proxy that comes back sends twelve registrations at once, and all are lost",
                        """
                        0    20 registrations every 10 from phone*20 at 10.1.1.1*20 over server: challenged then 200
                        200  12 registrations every 0.1 from phone*12 at 10.1.1.1*12 over server: nothing
                        240  5 registrations every 10 from phone*20 at 10.1.1.1*20 over server: challenged then 200
                        """),
                silent(
                        "rfc3261/exchange-outage",
                        "Twelve phones are refused for their old password, and one phone gets no answer",
                        """
                        0    20 registrations every 10 from phone*20 at 10.1.1.1*20 over server: challenged then 200
                        200  12 registrations every 10 from desk*12 at 10.1.2.1*12 over server: challenged then 403
                        205  12 registrations every 10 from bob at 10.1.2.99 over server: nothing
                        """));
    }
}
