package org.callcause.testkit;

import static org.callcause.testkit.ContractChecks.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleSet;

/** What the contract of a rule module asks of healthy calls where a capture or a log has lost the end of messages. */
final class CutChecks {

    /** How long the shortest message is, and how much longer the next one. */
    private static final int STEP = 37;

    private static final SipParser PARSER = new SipParser();

    private CutChecks() {}

    /** Cuts each message in turn, then all of them at one length, as a capture with a snap length does. */
    static void silence(HealthyCall healthy, RuleSet rules) {
        List<CapturedMessage> whole = healthy.script().messages();
        int calls = reports(whole, healthy.script(), rules).size();
        for (CapturedMessage message : whole) {
            for (int length = STEP; length < lengthOfHeaders(message); length += STEP) {
                int kept = length;
                silence(
                        whole,
                        other -> other == message ? kept : other.message().length(),
                        healthy,
                        rules,
                        calls);
            }
        }
        int longest = whole.stream().mapToInt(CutChecks::lengthOfHeaders).max().orElse(0);
        for (int length = STEP; length < longest; length += STEP) {
            int kept = length;
            silence(whole, any -> kept, healthy, rules, calls);
        }
    }

    private static int lengthOfHeaders(CapturedMessage captured) {
        return captured.message().length() - captured.message().bodyLength();
    }

    private static void silence(
            List<CapturedMessage> whole,
            ToIntFunction<CapturedMessage> kept,
            HealthyCall healthy,
            RuleSet rules,
            int calls) {
        List<CapturedMessage> messages = whole.stream()
                .flatMap(message -> cut(message, kept.applyAsInt(message)).stream())
                .toList();
        List<CallReport> reports = reports(messages, healthy.script(), rules);
        require(
                reports.size() <= calls,
                "messages that were cut make a call of their own: " + healthy.name() + "\n"
                        + CallScript.trace(messages));
        // One that does not tell its call and transaction is as good as not captured, and nothing is asked here of
        // that.
        if (messages.size() < whole.size() || !messages.stream().allMatch(CutChecks::tellsItsTransaction)) {
            return;
        }
        require(
                reports.stream()
                        .allMatch(report -> report.diagnoses().isEmpty()
                                && report.violations().isEmpty()),
                "false alarm where messages were cut: " + healthy.name() + "\n"
                        + Examination.inWords(healthy.script(), reports)
                        + CallScript.trace(messages));
    }

    private static boolean tellsItsTransaction(CapturedMessage captured) {
        return captured.message().has("Call-ID") && captured.message().has("CSeq");
    }

    /** The message up to this length; absent where nothing of it is left that is known for SIP. */
    private static Optional<CapturedMessage> cut(CapturedMessage message, int length) {
        byte[] bytes = message.message().toBytes();
        Optional<SipMessage> left = PARSER.parse(bytes, 0, Math.min(length, bytes.length));
        return left.map(sip -> message.hasTime()
                ? CapturedMessage.of(
                        message.index(), message.nanos(), message.from(), message.to(), message.transport(), sip)
                : CapturedMessage.untimed(message.index(), message.from(), message.to(), message.transport(), sip));
    }

    private static List<CallReport> reports(List<CapturedMessage> messages, CallScript script, RuleSet rules) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(rules).stream(reports::add)) {
            messages.forEach(stream::add);
            script.observedUntil().ifPresent(stream::advanceTo);
        }
        return reports;
    }
}
