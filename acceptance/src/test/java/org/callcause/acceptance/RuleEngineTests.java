package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.NotChecked;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipParser;
import org.callcause.rule.Check;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleEngine;
import org.callcause.rule.RuleFailure;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Verdict;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

class RuleEngineTests {

    private static final CallScript BUSY = CallScript.of("""
        0.000 caller -> callee INVITE
        0.030 callee -> caller 486
        0.040 caller -> callee ACK
        """);

    private static Rule saying(String id, Cause cause, Likelihood likelihood) {
        return Rule.named(id)
                .title("says " + cause)
                .on(status(486))
                .check((call, findings) ->
                        found(call, findings, cause, likelihood).because("it was 486"));
    }

    private static Finding found(Call call, Findings findings, Cause cause, Likelihood likelihood) {
        return findings.diagnose(cause, likelihood).evidence(call.finalResponse());
    }

    private static Rule throwing(String id) {
        return Rule.named(id).title("throws").on(status(486)).check((call, findings) -> {
            findings.diagnose(Cause.LOOP, Likelihood.CERTAIN).because("half written");
            throw new IllegalStateException("broken on purpose");
        });
    }

    private static Rule finding(Check check) {
        return Rule.named("test/finding")
                .title("The callee is busy")
                .on(status(486))
                .check(check);
    }

    private static CallReport examined(RuleSet rules) {
        return Calls.reports(BUSY, rules).get(0);
    }

    @Test
    void aRuleThatThrowsLosesWhatItSaidAndIsNamed() {
        CallReport report = examined(RuleSet.builder()
                .add(throwing("test/broken"))
                .add(saying("test/fine", Cause.BUSY, Likelihood.LIKELY))
                .build());

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("test/fine");
        assertThat(report.verdict().failures()).hasSize(1);
        assertThat(report.verdict().failures().get(0).rule()).isEqualTo("test/broken");
        assertThat(report.verdict().failures().get(0).problem()).contains("broken on purpose");
    }

    @Test
    void whatIsWrongWithAMessageThatWasCutCountsAsNotChecked() {
        Rule rule = Rule.named("test/violated")
                .title("names a violation")
                .on(status(486))
                .check((call, findings) -> findings.violation()
                        .because("it is wrong")
                        .evidence(call.messages().get(0))
                        .evidence(call.messages().get(1)));
        CapturedMessage invite = BUSY.messages().get(0);
        String text = invite.message().text();
        String begun = text.substring(0, text.indexOf("Content-Length"));
        CapturedMessage cut = CapturedMessage.of(
                1,
                invite.nanos(),
                invite.from(),
                invite.to(),
                invite.transport(),
                new SipParser().parse(begun).orElseThrow());
        Callcause callcause = Callcause.with(RuleSet.builder().add(rule).build());

        CallReport whole = Calls.reports(BUSY, BUSY.messages(), callcause).get(0);
        CallReport part = Calls.reports(BUSY, List.of(cut, BUSY.messages().get(1)), callcause)
                .get(0);

        assertThat(whole.violations()).hasSize(1);
        assertThat(whole.notChecked()).isEmpty();
        assertThat(part.violations()).isEmpty();
        assertThat(part.notChecked())
                .containsExactly(new NotChecked(
                        "test/violated", "whether the standard was kept: the end of message 1 is missing"));
    }

    @Test
    void aRuleThatKeepsFailingIsQuarantined() {
        Call call = Calls.reports(BUSY, RuleSet.builder().build()).get(0).call();
        RuleEngine engine =
                new RuleEngine(RuleSet.builder().add(throwing("test/broken")).build());

        for (int i = 1; i <= RuleEngine.FAILURES_BEFORE_QUARANTINE; i++) {
            List<RuleFailure> failures = engine.examine(call).failures();
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0).quarantined()).isEqualTo(i == RuleEngine.FAILURES_BEFORE_QUARANTINE);
        }
        assertThat(engine.examine(call).failures()).isEmpty();
        assertThat(engine.failures()).containsEntry("test/broken", RuleEngine.FAILURES_BEFORE_QUARANTINE);
    }

    @Test
    void aFindingThatNobodyCanCheckIsAFailureOfItsRule() {
        isAFailure(
                finding((call, findings) -> findings.diagnose(Cause.BUSY, Likelihood.CERTAIN)
                        .because("it was 486")
                        .evidence(call.finalResponse(), "X-Not-There")),
                "a finding without evidence");
        isAFailure(finding((call, findings) -> findings.violation()), "a finding without evidence");
        isAFailure(
                finding((call, findings) ->
                        found(call, findings, Cause.BUSY, Likelihood.LIKELY).title(" ")),
                "a finding without a title");
        isAFailure(
                Rule.named("test/finding")
                        .on(status(486))
                        .check((call, findings) -> findings.violation().evidence(call.finalResponse())),
                "a finding without a title");
    }

    @Test
    void aLineOfAnotherCallIsNoEvidence() {
        List<Call> calls = Calls.reports(TWO_CALLS, RuleSet.builder().build()).stream()
                .map(CallReport::call)
                .toList();
        RuleEngine engine = new RuleEngine(RuleSet.builder()
                .add(finding((call, findings) -> findings.diagnose(Cause.BUSY, Likelihood.LIKELY)
                        .evidence(calls.get(0).finalResponse())))
                .build());

        assertThat(engine.examine(calls.get(0)).diagnoses()).hasSize(1);
        assertThat(engine.examine(calls.get(1)).diagnoses()).isEmpty();
        assertThat(engine.examine(calls.get(1)).failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.problem()).contains("evidence of message 2, which is not one of the call"));
    }

    private static final CallScript TWO_CALLS = CallScript.of("""
        0.000 caller -> callee INVITE
        0.030 callee -> caller 486
        0.040 caller -> callee ACK
        call two
        90.00 caller -> callee INVITE
        90.03 callee -> caller 486
        90.04 caller -> callee ACK
        """);

    private static void isAFailure(Rule rule, String problem) {
        Rule other = saying("test/other", Cause.BUSY, Likelihood.LIKELY);

        CallReport report = examined(RuleSet.builder().add(rule).add(other).build());

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("test/other");
        assertThat(report.violations()).isEmpty();
        assertThat(report.verdict().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).contains(problem));
    }

    @Test
    void errorsOfTheVirtualMachineAreNotSwallowed() {
        RuleSet rules = RuleSet.builder()
                .add(Rule.named("test/exhausting").on(status(486)).check((call, findings) -> {
                    throw new OutOfMemoryError("on purpose");
                }))
                .build();

        assertThatThrownBy(() -> examined(rules)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void theSurerReadingComesFirstAndTheMoreSpecificOneBetweenEquals() {
        Rule specific = Rule.named("test/specific")
                .title("The callee declined")
                .on(status(486).and(method(Method.INVITE)))
                .check((call, findings) -> found(call, findings, Cause.DECLINED, Likelihood.LIKELY));

        CallReport report = examined(RuleSet.builder()
                .add(saying("test/a-possible", Cause.LOOP, Likelihood.POSSIBLE))
                .add(saying("test/b-likely", Cause.BUSY, Likelihood.LIKELY))
                .add(specific)
                .build());

        assertThat(report.diagnoses())
                .extracting(Diagnosis::rule)
                .containsExactly("test/specific", "test/b-likely", "test/a-possible");
    }

    @Test
    void aSupersededReadingMovesBehind() {
        Rule closer = Rule.named("test/closer")
                .title("Says it closer")
                .supersedes("test/general")
                .on(status(486))
                .check((call, findings) -> found(call, findings, Cause.DO_NOT_DISTURB, Likelihood.POSSIBLE)
                        .refines(Disposition.Kind.DO_NOT_DISTURB));

        CallReport report = examined(RuleSet.builder()
                .add(saying("test/general", Cause.BUSY, Likelihood.CERTAIN))
                .add(closer)
                .build());

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("test/closer");
        assertThat(report.verdict().superseded()).extracting(Diagnosis::rule).containsExactly("test/general");
        assertThat(report.disposition().kind()).isEqualTo(Disposition.Kind.DO_NOT_DISTURB);
        assertThat(report.call().disposition().kind()).isEqualTo(Disposition.Kind.BUSY);
    }

    @Test
    void theFirstReadingSaysWhyTheOthersAreBehind() {
        Rule winner = Rule.named("test/winner")
                .title("Says it closer")
                .supersedes("test/general")
                .on(status(486))
                .check((call, findings) -> found(call, findings, Cause.DECLINED, Likelihood.LIKELY)
                        .ratherThan(Cause.BUSY, "The line is busy", "it rang first"));
        Rule lessSure = Rule.named("test/less-sure")
                .title("Says it closer")
                .on(status(486))
                .check((call, findings) ->
                        found(call, findings, Cause.LOOP, Likelihood.POSSIBLE).confirm("the Vias at the last hop"));

        CallReport report = examined(RuleSet.builder()
                .add(saying("test/general", Cause.BLOCKED_BY_POLICY, Likelihood.CERTAIN))
                .add(saying("test/same-cause", Cause.BUSY, Likelihood.LIKELY))
                .add(lessSure)
                .add(saying("test/says-no-more", Cause.GLARE, Likelihood.POSSIBLE))
                .add(winner)
                .build());

        List<Alternative> alternatives = report.diagnosis().orElseThrow().alternatives();
        assertThat(report.diagnosis().orElseThrow().rule()).isEqualTo("test/winner");
        assertThat(alternatives)
                .extracting(Alternative::cause)
                .containsExactly(Cause.BUSY, Cause.LOOP, Cause.BLOCKED_BY_POLICY);
        assertThat(alternatives.get(0).why()).isEqualTo("It rang first.");
        assertThat(alternatives.get(1).why())
                .isEqualTo("It is only possible, and the first reading likely. What would show it: The Vias at the last"
                        + " hop.");
        assertThat(report.diagnoses().get(1).alternatives()).isEmpty();
    }

    @Test
    void whyASupersededReadingIsBehindCanBeChecked() {
        Rule general = saying("test/general", Cause.BLOCKED_BY_POLICY, Likelihood.CERTAIN);
        Rule ofTheSameLines = Rule.named("test/closer")
                .title("Says it closer")
                .supersedes("test/general")
                .on(status(486))
                .check((call, findings) -> found(call, findings, Cause.BUSY, Likelihood.LIKELY));
        Rule ofMore = ofTheSameLines.withCheck((call, findings) -> found(call, findings, Cause.BUSY, Likelihood.LIKELY)
                .evidence(call.messages().get(2)));

        assertThat(whyBehind(general, ofMore))
                .isEqualTo(
                        "It takes no account of the start line of message 3, on which the reading in its place rests.");
        assertThat(whyBehind(general, ofTheSameLines))
                .isEqualTo("The reading in its place explains the same lines more closely.");
    }

    private static String whyBehind(Rule general, Rule closer) {
        CallReport report = examined(RuleSet.builder().add(general).add(closer).build());
        return report.diagnosis().orElseThrow().alternatives().get(0).why();
    }

    @Test
    void aSuppressedFindingStaysVisibleWithItsReason() {
        CallReport report = examined(RuleSet.builder()
                .add(saying("test/fine", Cause.BUSY, Likelihood.LIKELY))
                .suppress("test/*", "the line is a test line")
                .build());

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.verdict().suppressed()).hasSize(1);
        assertThat(report.verdict().suppressed().get(0).reason()).isEqualTo("the line is a test line");
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSet.builder().suppress("test/*", " "));
    }

    private static final Rule FALLBACK = Rule.named("test/fallback")
            .title("The call was refused")
            .on(status(486))
            .asFallback()
            .check((call, findings) -> found(call, findings, Cause.BUSY, Likelihood.POSSIBLE));

    @Test
    void noFallbackSpeaksInPlaceOfASuppressedReading() {
        CallReport report = examined(RuleSet.builder()
                .add(FALLBACK)
                .add(saying("test/busy", Cause.BUSY, Likelihood.LIKELY))
                .suppress("test/busy", "known")
                .build());

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.verdict().suppressed())
                .extracting(Verdict.Suppressed::rule)
                .containsExactly("test/busy");
    }

    @Test
    void aSuppressedViolationKeepsNoFallbackSilent() {
        Rule violation = Rule.named("test/violation")
                .title("Something is not as it must be")
                .on(status(486))
                .check((call, findings) -> findings.violation().evidence(call.finalResponse()));

        CallReport report = examined(RuleSet.builder()
                .add(FALLBACK)
                .add(violation)
                .suppress("test/violation", "known")
                .build());

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("test/fallback");
    }

    @Test
    void whatASuppressedReadingSupersedesStaysBehind() {
        Rule closer = Rule.named("test/closer")
                .title("The callee does not want to be disturbed")
                .supersedes("test/general")
                .on(status(486))
                .check((call, findings) -> found(call, findings, Cause.DO_NOT_DISTURB, Likelihood.POSSIBLE));

        CallReport report = examined(RuleSet.builder()
                .add(saying("test/general", Cause.BUSY, Likelihood.CERTAIN))
                .add(saying("test/other", Cause.LOOP, Likelihood.POSSIBLE))
                .add(closer)
                .suppress("test/closer", "known")
                .build());

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("test/other");
        assertThat(report.verdict().superseded()).extracting(Diagnosis::rule).containsExactly("test/general");
    }

    @Test
    void rulesCanBeDroppedReplacedAndWeighedAnew() {
        Rule general = saying("test/general", Cause.BUSY, Likelihood.CERTAIN);
        RuleSet rules = RuleSet.builder()
                .add(general)
                .add(saying("other/rule", Cause.LOOP, Likelihood.CERTAIN))
                .replace(general.withCheck(
                        (call, findings) -> found(call, findings, Cause.CAPACITY_EXCEEDED, Likelihood.CERTAIN)))
                .weigh("test/general", Likelihood.POSSIBLE)
                .without("other/*")
                .build();

        Diagnosis only = examined(rules).diagnosis().orElseThrow();

        assertThat(rules.rules()).hasSize(1);
        assertThat(only.cause()).isEqualTo(Cause.CAPACITY_EXCEEDED);
        assertThat(only.likelihood()).isEqualTo(Likelihood.POSSIBLE);
    }
}
