package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;

/**
 * What the SBC's own SIP says of a call, as far as it is needed to set it beside a record: small, so that the calls of a
 * whole day can be kept.
 *
 * @param callId the Call-ID
 * @param correlationIds Microsoft's ids of the call, found in Reason and Contact
 * @param caller the calling number or user
 * @param callee the called number or user
 * @param start the first message, by the clock of the capture
 * @param answer the answer
 * @param end the last message
 * @param outcome how it ended
 * @param status the final status as the calling side got it, 0 without one
 * @param furthestStatus the status furthest from the caller where one was seen; another than {@code status} when an
 *     element on the way changed it
 * @param diagnosis the title of the first reading; empty for a healthy call
 */
public record SipWitness(
        String callId,
        Set<String> correlationIds,
        String caller,
        String callee,
        Optional<Instant> start,
        Optional<Instant> answer,
        Optional<Instant> end,
        Disposition.Kind outcome,
        int status,
        int furthestStatus,
        String diagnosis) {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** What the report says; empty for what is no call. */
    public static Optional<SipWitness> of(CallReport report) {
        Call call = report.call();
        if (!call.method().equals(Method.INVITE)) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        call.messages().forEach(message -> collect(message.message(), ids));
        return Optional.of(new SipWitness(
                call.callIds().stream().findFirst().orElse(""),
                ids,
                user(call.from()),
                user(call.to()),
                call.start(),
                answered(call),
                call.end(),
                report.disposition().kind(),
                call.finalStatus(),
                call.furthestFinalResponse().map(TrackedMessage::status).orElse(0),
                report.diagnosis().map(Diagnosis::title).orElse("")));
    }

    private static Optional<Instant> answered(Call call) {
        return call.finalResponse()
                .filter(response -> response.status() / 100 == 2 && response.hasTime())
                .map(TrackedMessage::time);
    }

    private static void collect(SipMessage message, Set<String> ids) {
        for (HeaderName header : List.of(HeaderName.REASON, HeaderName.CONTACT)) {
            for (String value : message.headerValues(header)) {
                Matcher guid = GUID.matcher(value.toLowerCase(Locale.ROOT));
                while (guid.find()) {
                    ids.add(guid.group());
                }
            }
        }
    }

    private static String user(Optional<NameAddress> address) {
        return address.flatMap(known -> known.uri().user()).orElse("");
    }

    /** Whether it was answered. */
    public boolean isAnswered() {
        return outcome == Disposition.Kind.ANSWERED;
    }

    /** From the first message to the last. */
    public Optional<Duration> length() {
        return start.flatMap(first -> end.map(last -> Duration.between(first, last)));
    }
}
