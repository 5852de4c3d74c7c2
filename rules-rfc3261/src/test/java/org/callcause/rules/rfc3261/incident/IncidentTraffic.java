package org.callcause.rules.rfc3261.incident;

import static org.callcause.testkit.IncidentExample.fires;
import static org.callcause.testkit.IncidentExample.silent;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.IncidentExample;

/** Traffic that shows what each rule about many calls is about, and what it is not about. */
public final class IncidentTraffic {

    private IncidentTraffic() {}

    /** All of it. */
    public static List<IncidentExample> examples() {
        return Stream.of(
                        outage(),
                        overload(),
                        failingParty(),
                        retries(),
                        dropTimes(),
                        capacity(),
                        options(),
                        registrations(),
                        registrationStorms(),
                        exchanges(),
                        routes(),
                        attacks(),
                        tollFraud(),
                        signatures())
                .flatMap(List::stream)
                .toList();
    }

    private static List<IncidentExample> outage() {
        return List.of(
                fires(
                        "rfc3261/sudden-outage",
                        "One of two trunks stops answering after 30 good calls, and is back after twelve failures",
                        """
                        0    30 calls every 6 from phone*8 to +493012340*20 over trunk1: answered 40
                        3    60 calls every 6 from phone*8 to +494012340*20 over trunk2: answered 40
                        180  12 calls every 6 from phone*8 to +493012340*20 over trunk1: nothing
                        260  20 calls every 6 from phone*8 to +493012340*20 over trunk1: answered 40
                        """),
                fires("rfc3261/sudden-outage", "Both trunks refuse all calls from one moment on", """
                    0    20 calls every 6 from phone*8 to +493012340*20 over trunk1: answered 40
                    3    20 calls every 6 from phone*8 to +494012340*20 over trunk2: answered 40
                    120  8 calls every 6 from phone*8 to +493012340*20 over trunk1: 500
                    123  8 calls every 6 from phone*8 to +494012340*20 over trunk2: 500
                    """),
                fires(
                        "rfc3261/sudden-outage",
                        "A carrier loses its routes, and numbers that were reached a minute before get 404",
                        """
                        0    40 calls every 6 from phone*8 to +493012340*20: answered 40
                        300  12 calls every 6 from phone*8 to +493012340*20: 404
                        """),
                silent(
                        "rfc3261/sudden-outage",
                        "In an evening hour nobody picks up any more, which is no fault of the trunk",
                        """
                        0    30 calls every 6 from phone*8 to +493012340*20: answered 40
                        180  12 calls every 6 from phone*8 to +493012340*20: rings 30 then 480
                        252  12 calls every 6 from phone*8 to +493012340*20: 486
                        """),
                silent(
                        "rfc3261/sudden-outage",
                        "A scanner asks a quiet server for twenty extensions in a row that do not exist",
                        """
                        0    30 calls every 6 from phone*8 to +493012340*20: answered 40
                        200  20 calls every 0.5 from guess*20 at 203.0.113.9 to 100*20: 404
                        """),
                silent(
                        "rfc3261/sudden-outage",
                        "Three people work through a list of numbers that nobody has any more",
                        """
                        0    40 calls every 6 from phone*8 to +493012340*20: answered 40
                        300  40 calls every 5 from phone*3 to +4989555*40: 404
                        """),
                silent(
                        "rfc3261/sudden-outage",
                        "From the evening on an office's phones are signed out, and every call to them gets 480",
                        """
                        0     40 calls every 10 from +49401234000*15 to desk*10 over pbx: answered 40
                        5     20 calls every 60 from phone*8 to +493012340*20 over trunk: answered 40
                        3600  60 calls every 60 from +49401234000*15 to desk*10 over pbx: 480
                        3610  60 calls every 60 from phone*8 to +493012340*20 over trunk: answered 40
                        """),
                silent(
                        "rfc3261/sudden-outage",
                        "Long conversations have not ended yet when twelve calls of one user to one number fail",
                        """
                        0    30 calls every 6 from phone*8 to +493012340*20: answered 3000
                        100  12 calls every 6 from phone1 to +49301999: 500
                        """));
    }

    private static List<IncidentExample> overload() {
        return List.of(
                fires(
                        "rfc3261/overload-under-load",
                        "A trunk refuses with 503 in two bursts of calls, and takes all in the quiet between them",
                        """
                        0    25 calls every 4 from phone*8 to +493012340*20: answered 20
                        100  12 calls every 0.5 from phone*8 to +493012340*20: answered 20
                        106  18 calls every 0.3 from phone*8 to +493012340*20: 503 | Retry-After: 10
                        112  25 calls every 4 from phone*8 to +493012340*20: answered 20
                        212  12 calls every 0.5 from phone*8 to +493012340*20: answered 20
                        218  18 calls every 0.3 from phone*8 to +493012340*20: 503 | Retry-After: 10
                        """),
                silent(
                        "rfc3261/overload-under-load",
                        "After a quiet noon many call a shop at once that is closed until one",
                        """
                        0    25 calls every 4 from phone*8 to +493012340*20: answered 20
                        600  30 calls every 0.4 from phone*30 to +49301234099: 480 | Retry-After: 600
                        620  25 calls every 4 from phone*8 to +493012340*20: answered 20
                        """),
                silent(
                        "rfc3261/overload-under-load",
                        "One call in five gets 503, in quiet moments as in bursts: something else is wrong",
                        """
                        0    40 calls every 4 from phone*8 to +493012340*20: answered 20
                        2    10 calls every 16 from phone*8 to +493012340*20: 503 | Retry-After: 10
                        160  24 calls every 0.5 from phone*8 to +493012340*20: answered 20
                        160.2  6 calls every 2 from phone*8 to +493012340*20: 503 | Retry-After: 10
                        """));
    }

    private static List<IncidentExample> failingParty() {
        return List.of(
                fires(
                        "rfc3261/failing-party",
                        "All calls of one user are forbidden, among sixty good calls of others",
                        """
                        0   60 calls every 5 from phone*12 to +493012340*20: answered 40
                        20  8 calls every 30 from carol to +493012340*20: 403
                        """),
                fires("rfc3261/failing-party", "Calls to one block of numbers fail, whoever makes them", """
                    0  60 calls every 5 from phone*12 to +493012340*20: answered 40
                    9  12 calls every 20 from phone*12 to +442079460000*12: 404
                    """),
                fires(
                        "rfc3261/failing-party",
                        "The calls of one site fail, over the trunk that takes those of the other sites",
                        """
                        0  60 calls every 5 from phone*12 at 10.1.1.1*12 to +493012340*20: answered 40
                        9  14 calls every 20 from desk*7 at 10.1.2.1*7 to +493012340*20: 488
                        """),
                fires("rfc3261/failing-party", "One of three gateways refuses most calls from the beginning", """
                    0  30 calls every 9 from phone*12 to +493012340*20 over gateway1: answered 40
                    3  30 calls every 9 from phone*12 to +493012340*20 over gateway2: answered 40
                    6  30 calls every 9 from phone*12 to +493012340*20 over gateway3: 500
                    """),
                silent(
                        "rfc3261/failing-party",
                        "At night an office's phones answer 480, and so do the only calls over the line to it",
                        """
                        0  60 calls every 60 from phone*12 to +493012340*20 over trunk: answered 40
                        9  60 calls every 60 from +49401234000*15 to desk*30 over pbx: 480
                        """),
                silent("rfc3261/failing-party", "One user is turned down again and again by people who are busy", """
                    0   60 calls every 5 from phone*12 to +493012340*20: answered 40
                    20  12 calls every 20 from carol to +493012340*20: 486
                    """),
                silent("rfc3261/failing-party", "Every user fails now and then, and one a little more often", """
                    0   60 calls every 5 from phone*12 to +493012340*20: answered 40
                    2   20 calls every 15 from phone*12 to +493012340*20: 503
                    20  3 calls every 30 from carol to +493012340*20: 503
                    """));
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

    private static List<IncidentExample> capacity() {
        return List.of(
                fires(
                        "rfc3261/concurrent-calls-limit",
                        "A trunk with four channels refuses the fifth call, twice",
                        """
                        0    24 calls every 12 from phone*8 to +493012340*20: answered 25
                        360  4 calls every 1 from phone*8 to +493012340*20: answered 50
                        370  8 calls every 2 from desk*8 to +493012340*20: 503
                        440  6 calls every 12 from phone*8 to +493012340*20: answered 25
                        560  4 calls every 1 from phone*8 to +493012340*20: answered 50
                        570  8 calls every 2 from desk*8 to +493012340*20: 503
                        640  6 calls every 12 from phone*8 to +493012340*20: answered 25
                        """),
                silent("rfc3261/concurrent-calls-limit", "As many refusals come at any number of calls", """
                    0    24 calls every 12 from phone*8 to +493012340*20: answered 30
                    5    8 calls every 36 from desk*8 to +493012340*20: 503
                    300  4 calls every 1 from phone*8 to +493012340*20: answered 60
                    310  8 calls every 2 from desk*8 to +493012340*20: 503
                    380  6 calls every 12 from phone*8 to +493012340*20: answered 30
                    """));
    }

    private static List<IncidentExample> options() {
        return List.of(
                fires(
                        "rfc3261/options-unanswered",
                        "A trunk leaves OPTIONS unanswered, then calls, until it comes back",
                        """
                        0    5 probes every 60: 200
                        20   25 calls every 10 from phone*8 to +493012340*20: answered 40
                        300  3 probes every 60: nothing
                        330  9 calls every 15 from phone*8 to +493012340*20: nothing
                        480  3 probes every 60: 200
                        500  10 calls every 10 from phone*8 to +493012340*20: answered 40
                        """),
                silent("rfc3261/options-unanswered", "A trunk stops answering OPTIONS and takes all calls", """
                    0    5 probes every 60: 200
                    300  6 probes every 60: nothing
                    20   60 calls every 10 from phone*8 to +493012340*20: answered 40
                    """),
                silent(
                        "rfc3261/options-unanswered",
                        "In the evening a phone is switched off that the server had probed",
                        """
                        0    1 registration from bob at 10.1.1.5 over server: challenged then 200 | Expires: 3600
                        10   5 probes every 60 from server at server to bob over 10.1.1.5: 200
                        310  8 probes every 60 from server at server to bob over 10.1.1.5: nothing
                        """),
                silent("rfc3261/options-unanswered", "A trunk never answers OPTIONS, and a few calls fail", """
                    0   10 probes every 60: nothing
                    20  40 calls every 10 from phone*8 to +493012340*20: answered 40
                    50  4 calls every 100 from phone*8 to +493012340*20: nothing
                    """));
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

    private static List<IncidentExample> routes() {
        return List.of(
                fires(
                        "rfc3261/failover-between-routes",
                        "Every second call is refused by the first gateway and goes on over the second",
                        """
                        0  20 calls every 12 from phone*8 to +493012340*20 over gateway1: answered 40
                        6  12 calls every 12 from desk*8 to +494012340*20 over gateway1, gateway2: 503, answered 40
                        """),
                fires(
                        "rfc3261/failover-between-routes",
                        "Calls flap: each gateway hands over to the other, under Call-IDs of their own",
                        """
                        0     6 calls every 20 from phone*8 to +493012340*20 over gateway1: 500
                        0.5   6 calls every 20 from phone*8 to +493012340*20 over gateway2: answered 10
                        10    6 calls every 20 from desk*8 to +494012340*20 over gateway2: 500
                        10.5  6 calls every 20 from desk*8 to +494012340*20 over gateway1: answered 10
                        """),
                silent(
                        "rfc3261/failover-between-routes",
                        "Two trunks share the load, and eight calls in two hundred go on over the other one",
                        """
                        0  100 calls every 10 from phone*8 to +493012340*20 over trunk1: answered 40
                        5  100 calls every 10 from phone*8 to +494012340*20 over trunk2: answered 40
                        3  4 calls every 250 from desk*4 to +493012340*20 over trunk1, trunk2: 503, answered 40
                        8  4 calls every 250 from desk*4 to +494012340*20 over trunk2, trunk1: 503, answered 40
                        """),
                silent("rfc3261/failover-between-routes", "A hunt group rings one phone after the other", """
                    0  12 calls every 60 from phone*8 to sales over desk1, desk2: rings 15 then 408, answered 40
                    9  12 calls every 60 from phone*8 to sales over desk1, desk2: 486, answered 40
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
                silent("rfc3261/calls-to-costly-numbers", "Somebody calls one customer abroad nine times", """
                    0    20 calls every 9 from phone*8 to +493012340*20: answered 40
                    200  9 calls every 30 from phone3 to +442079460123: answered 60
                    """));
    }

    private static List<IncidentExample> signatures() {
        return List.of(
                fires(
                        "rfc3261/failure-signature",
                        "Twelve calls in a hundred fail for want of a common codec, of many users to many numbers",
                        """
                        0  90 calls every 5 from phone*30 to +493012340*90: answered 40
                        2  12 calls every 37 from phone*30 to +493012340*90: 488
                        """),
                silent("rfc3261/failure-signature", "One call in fifty is misdialled", """
                    0  196 calls every 3 from phone*30 to +493012340*90: answered 40
                    2  4 calls every 150 from phone*30 to +493099990*90: 404
                    """));
    }
}
