package org.callcause.rules.rfc3261.incident;

import static org.callcause.testkit.IncidentExample.fires;
import static org.callcause.testkit.IncidentExample.silent;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.IncidentExample;

/** Traffic in which callers do what hurts, or their calls drop alike, and traffic that only looks so. */
final class CallerTraffic {

    private CallerTraffic() {}

    static List<IncidentExample> examples() {
        return Stream.of(retries(), dropTimes(), attacks(), tollFraud())
                .flatMap(List::stream)
                .toList();
    }

    private static List<IncidentExample> retries() {
        return List.of(
                fires(
                        "rfc3261/retries-after-final-answer",
                        "A declined call is tried over three trunks more, and rings each time",
                        """
                        0    1 call from alice to +4930123456 over trunk1: rings 4 then 603
                        4.9  1 call from alice to +4930123456 over trunk2: rings 4 then 603
                        9.8  1 call from alice to +4930123456 over trunk3: rings 4 then 603
                        14.7  1 call from alice to +4930123456 over trunk1: rings 4 then 603
                        until 120
                        """),
                silent(
                        "rfc3261/retries-after-final-answer",
                        "The second phone of three users rings when the first one is busy",
                        """
                        0    1 call from alice to bob over 10.1.1.5: 486
                        0.4  1 call from alice to bob over 10.1.1.6: answered 20
                        40   1 call from alice to carol over 10.1.1.7: 486
                        40.4 1 call from alice to carol over 10.1.1.8: answered 20
                        80   1 call from alice to dave over 10.1.1.9: 486
                        80.4 1 call from alice to dave over 10.1.1.10: answered 20
                        """),
                silent(
                        "rfc3261/retries-after-final-answer",
                        "A person redials a busy number every twelve seconds",
                        """
                        0    6 calls every 12 from alice to +4930123456: 486
                        100  1 call from alice to +4930123456: answered 60
                        """));
    }

    private static List<IncidentExample> dropTimes() {
        return List.of(
                fires(
                        "rfc3261/same-drop-time",
                        "Of 40 conversations nine are hung up by the called side after 32 s",
                        """
                        0  31 calls every 10 from phone*8 to +493012340*20: answered 55
                        5  9 calls every 30 from phone*8 to +493012340*20: answered 32 by callee
                        """),
                fires(
                        "rfc3261/same-drop-time",
                        "With a session interval of 600 s, conversations end 32 s before it",
                        """
                        0  8 calls every 10 from phone*8 to +493012340*20: answered 120 | Session-Expires: 600;refresher=uac
                        5  8 calls every 60 from phone*8 to +493012340*20: answered 568 by callee | Session-Expires: 600;refresher=uac
                        """),
                silent(
                        "rfc3261/same-drop-time",
                        "Callers hang up on an announcement of half a minute when it is over",
                        """
                        0  20 calls every 10 from phone*8 to +493012340*20: answered 55
                        5  12 calls every 30 from phone*8 to +493012340*20: answered 32
                        """),
                silent(
                        "rfc3261/same-drop-time",
                        "Sixty people dial in to five conferences within minutes, and all leave on the hour",
                        """
                        0      12 calls every 7 from phone*12 to bridge1: answered 3590
                        20     12 calls every 9 from desk*12 to bridge2: answered 3540
                        60     12 calls every 11 from staff*12 to bridge3: answered 3480
                        120    12 calls every 5 from sales*12 to bridge4: answered 3440
                        240    12 calls every 3 from guest*12 to bridge5: answered 3340
                        """),
                silent("rfc3261/same-drop-time", "An announcement on one number is 30 s long, and hangs up", """
                    0  20 calls every 10 from phone*8 to +493012340*20: answered 55
                    5  12 calls every 30 from phone*8 to +49300180: answered 30 by callee
                    """));
    }

    private static List<IncidentExample> attacks() {
        return List.of(
                fires(
                        "rfc3261/password-or-extension-guessing",
                        "One address tries 40 passwords of one extension, and the 41st is right",
                        """
                        0   20 registrations every 4 from phone*20 at 10.1.1.1*20 over server: challenged then 200
                        5   40 registrations every 1 from 1001 at 203.0.113.9 over server: challenged then 403 | User-Agent: Custom
                        46  1 registration from 1001 at 203.0.113.9 over server: challenged then 200 | User-Agent: Custom
                        """),
                fires(
                        "rfc3261/password-or-extension-guessing",
                        "A scanner with its usual name looks for extensions",
                        """
                        0  10 calls every 8 from phone*8 to +493012340*20: answered 30
                        5  30 registrations every 0.5 from 100*30 at 203.0.113.9 over server: 404 | User-Agent: friendly-scanner
                        """),
                fires(
                        "rfc3261/password-or-extension-guessing",
                        "Somebody without a known name looks for extensions",
                        """
                        0  10 calls every 8 from phone*8 to +493012340*20: answered 30
                        5  30 calls every 0.5 from guess at 203.0.113.9 to 100*30 over server: 404 | User-Agent: Phone
                        """),
                silent(
                        "rfc3261/password-or-extension-guessing",
                        "Three people of a call centre work through an old list of numbers",
                        """
                        0    40 calls every 6 from phone*8 to +493012340*20: answered 40
                        300  40 calls every 3 from phone*3 to +4989555*40: 404
                        """),
                silent(
                        "rfc3261/password-or-extension-guessing",
                        "A dialler logs in for each call, and half of its numbers are barred",
                        """
                        0    30 calls every 2 from dialler at 10.1.1.5 to +493055500*30: challenged then 403
                        1    30 calls every 2 from dialler at 10.1.1.5 to +493012340*20: answered 30
                        70   10 calls every 2 from dialler at 10.1.1.5 to +493012340*20: answered 30
                        """),
                silent(
                        "rfc3261/password-or-extension-guessing",
                        "A phone with an old password tries once in twenty seconds, all day",
                        """
                        0  60 registrations every 20 from bob at 10.1.1.5 over server: challenged then 403
                        """),
                silent(
                        "rfc3261/password-or-extension-guessing",
                        "After a power cut forty phones behind one NAT register at once, each after its challenge",
                        """
                        0  40 registrations every 0.2 from phone*40 at 203.0.113.20 over server: challenged then 200
                        """));
    }

    private static List<IncidentExample> tollFraud() {
        return List.of(
                fires(
                        "rfc3261/calls-to-costly-numbers",
                        "At night an extension calls twelve satellite numbers that follow each other",
                        """
                        0    20 calls every 9 from phone*8 to +493012340*20: answered 40
                        200  12 calls every 10 from 1001 at 203.0.113.9 to +881612345600*12: answered 200
                        """),
                silent(
                        "rfc3261/calls-to-costly-numbers",
                        "A campaign dials thirty home numbers that follow each other",
                        """
                        0    20 calls every 9 from phone*8 to +493012340*20: answered 40
                        200  30 calls every 5 from dialler to +493055500*30: answered 60
                        """),
                silent(
                        "rfc3261/calls-to-costly-numbers",
                        "The first agent of the day dials ten home numbers that follow each other",
                        """
                        0    10 calls every 20 from agent1 to +493012340*10: answered 15
                        300  20 calls every 9 from phone*8 to +493056780*20: answered 40
                        """),
                fires(
                        "rfc3261/calls-to-costly-numbers",
                        "An extension dials ten numbers abroad that follow each other",
                        """
                        0    20 calls every 9 from phone*8 to +493012340*20: answered 40
                        200  10 calls every 20 from 1001 at 203.0.113.9 to +442079460*10: answered 15
                        """),
                silent("rfc3261/calls-to-costly-numbers", "Somebody calls one customer abroad nine times", """
                    0    20 calls every 9 from phone*8 to +493012340*20: answered 40
                    200  9 calls every 30 from phone3 to +442079460123: answered 60
                    """));
    }
}
