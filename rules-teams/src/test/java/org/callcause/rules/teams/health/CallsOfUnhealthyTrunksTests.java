package org.callcause.rules.teams.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.incident.Circumstance;
import org.callcause.message.Method;
import org.callcause.rule.RuleSet;
import org.callcause.rules.teams.TeamsRules;
import org.callcause.testkit.TrafficScript;
import org.junit.jupiter.api.Test;

/** A call that failed while its SBC was not healthy says so itself, before a diagnosis blames anybody. */
class CallsOfUnhealthyTrunksTests {

    private static final RuleSet RULES = RuleSet.builder().add(new TeamsRules()).build();

    private static final String TO_MICROSOFT = "from sbc to sip at 198.51.100.7 over 52.114.76.76";
    private static final String FROM_MICROSOFT = "from +15550101 to +13125550177*40 at 52.114.76.76 over 198.51.100.7";

    private static ListAssert<String> circumstances(String script) {
        Callcause callcause = Callcause.with(RULES);
        List<CallReport> reports = new ArrayList<>();
        TrafficScript traffic = TrafficScript.of(script);
        try (CallStream calls = callcause.stream(reports::add, callcause.incidents(incident -> {}))) {
            traffic.messages().forEach(calls::add);
            calls.advanceTo(traffic.observedUntil());
        }
        return assertThat(reports.stream()
                .filter(report -> report.call().method().equals(Method.INVITE))
                .sorted(Comparator.comparing(report -> report.call().start().orElseThrow()))
                .map(report -> report.circumstances().stream()
                        .map(Circumstance::text)
                        .findFirst()
                        .orElse("")));
    }

    @Test
    void callThatFailsSixMinutesAfterTheLastOptionsSaysThatTheSbcWasDemoted() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n" + "480  1 call " + FROM_MICROSOFT
                        + ": 503\n")
                .singleElement()
                .asString()
                .isEqualTo(
                        "When this call was made, Microsoft had answered no OPTIONS of the SBC 198.51.100.7 for 6 min"
                                + ", where there is to be one each minute. None was captured in that time: the SBC"
                                + " sent none, or the capture missed them. After more than 5 minutes every edition of"
                                + " Microsoft's documents has the SBC demoted: it gets calls last, or not at all. Look at"
                                + " this trunk before the phone, the user or the carrier is blamed. For the administrator:"
                                + " Health Dashboard for Direct Routing, SIP options status and network effectiveness"
                                + " ratio of this SBC.");
    }

    @Test
    void betweenThreeAndFiveMinutesItSaysThatTheDocumentsDisagree() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n" + "360  1 call " + FROM_MICROSOFT
                        + ": 503\n")
                .singleElement()
                .asString()
                .contains("for 4 min", "By Microsoft's older documents", "between them it is not sure");
    }

    @Test
    void optionsThatMicrosoftRefusedMeanwhileAreCounted() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n" + "180  5 probes every 60 " + TO_MICROSOFT
                        + ": 403\n" + "480  1 call " + FROM_MICROSOFT + ": 503\n")
                .singleElement()
                .asString()
                .contains("5 that it sent in that time were refused or not answered.");
    }

    @Test
    void callThatRangSaysThatTheTrunkCarriedIt() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n" + "480  1 call " + FROM_MICROSOFT
                        + ": rings 5 then 603\n")
                .singleElement()
                .asString()
                .contains("This call rang all the same, so the trunk carried it")
                .doesNotContain("Look at this trunk before");
    }

    @Test
    void callsWithinThreeMinutesOfTheLastOptionsSayNothing() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n" + "290  1 call " + FROM_MICROSOFT
                        + ": 503\n")
                .containsExactly("");
    }

    @Test
    void whatIsHeardOnlyAfterTheCallIsNotHeldAgainstIt() {
        circumstances("0    1 call " + FROM_MICROSOFT + ": 503\n" + "600  3 probes every 60 " + TO_MICROSOFT
                        + ": 200\n")
                .containsExactly("");
    }

    @Test
    void answeredCallsSayNothingHoweverLongTheOptionsStayAway() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n" + "480  1 call " + FROM_MICROSOFT
                        + ": answered 20\n")
                .containsExactly("");
    }

    @Test
    void onceOptionsAreAnsweredAgainCallsSayNothing() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n" + "600  1 probe " + TO_MICROSOFT + ": 200\n"
                        + "610  1 call " + FROM_MICROSOFT + ": 503\n")
                .containsExactly("");
    }

    @Test
    void callsOfAnotherTrunkSayNothing() {
        circumstances("0    3 probes every 60 " + TO_MICROSOFT + ": 200\n"
                        + "480  1 call from +15550101 to +13125550177 at 52.114.76.76 over 198.51.100.9: 503\n")
                .containsExactly("");
    }
}
