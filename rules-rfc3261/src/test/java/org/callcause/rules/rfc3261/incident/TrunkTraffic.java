package org.callcause.rules.rfc3261.incident;

import static org.callcause.testkit.IncidentExample.fires;
import static org.callcause.testkit.IncidentExample.silent;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.IncidentExample;

/** Traffic in which trunks, servers and parties fail, refuse or fill up, and traffic that only looks so. */
final class TrunkTraffic {

    private TrunkTraffic() {}

    static List<IncidentExample> examples() {
        return Stream.of(outage(), overload(), failingParty(), capacity(), options(), routes(), signatures())
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

    private static List<IncidentExample> signatures() {
        return List.of(
                fires(
                        "rfc3261/failure-signature",
                        "Twelve calls in a hundred fail for want of a common codec, of many users to many numbers",
                        """
                        0  90 calls every 5 from phone*30 to +493012340*90: answered 40
                        2  12 calls every 37 from phone*30 to +493012340*90: 488
                        """),
                fires(
                        "rfc3261/failure-signature",
                        "Calls are refused beside others that all end after half a minute, which is another matter",
                        """
                        0  90 calls every 5 from phone*30 to +493012340*90: answered 30
                        2  12 calls every 37 from phone*30 to +493012340*90: 488
                        """),
                silent("rfc3261/failure-signature", "One call in fifty is misdialled", """
                    0  196 calls every 3 from phone*30 to +493012340*90: answered 40
                    2  4 calls every 150 from phone*30 to +493099990*90: 404
                    """));
    }
}
