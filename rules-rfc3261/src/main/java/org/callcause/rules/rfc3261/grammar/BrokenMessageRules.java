package org.callcause.rules.rfc3261.grammar;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Defect;
import org.callcause.message.DefectKind;
import org.callcause.message.Header;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Edited;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Lines that are none, and values that cannot be read. */
final class BrokenMessageRules {

    private static final Set<DefectKind> OF_LINES = Set.of(
            DefectKind.HEADER_WITHOUT_COLON,
            DefectKind.FOLDED_REQUEST_LINE,
            DefectKind.BAD_STATUS_LINE,
            DefectKind.BAD_STATUS_CODE,
            DefectKind.BAD_VERSION);

    /** Missing headers, CSeq and Content-Length have rules of their own. */
    private static final Set<DefectKind> OF_VALUES = Set.of(
            DefectKind.BAD_ADDRESS,
            DefectKind.BAD_CALL_ID,
            DefectKind.BAD_DATE,
            DefectKind.BAD_EXPIRES,
            DefectKind.BAD_MAX_FORWARDS,
            DefectKind.BAD_REASON,
            DefectKind.BAD_REQUEST_LINE,
            DefectKind.BAD_RETRY_AFTER,
            DefectKind.BAD_SESSION_EXPIRES,
            DefectKind.BAD_VIA,
            DefectKind.BAD_WARNING,
            DefectKind.DUPLICATE_SINGLE_HEADER,
            DefectKind.UNBALANCED_QUOTES);

    private record Broken(TrackedMessage message, Defect defect) {}

    private static final Search<Broken> LINES =
            new Search<>("a line of it is neither a start line nor a header", call -> broken(call, OF_LINES));
    private static final Search<Broken> VALUES =
            new Search<>("a header value of the request breaks the grammar", BrokenMessageRules::brokenValue);

    private BrokenMessageRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/broken-line")
                        .title("A line of a message cannot be read")
                        .cites("RFC 3261 7.3.1")
                        .cites("RFC 3261 25.1")
                        .on(has(Trait.BROKEN_STRUCTURE).and(LINES.found()))
                        .check(LINES.then(BrokenMessageRules::tell)),
                Rule.named("rfc3261/broken-value")
                        .title("A header value of a refused or unanswered exchange breaks the grammar")
                        .cites("RFC 3261 25.1")
                        .cites("RFC 3261 7.3.1")
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .or(statusClass(6))
                                .or(ended(Disposition.Kind.UNREACHABLE))
                                .or(ended(Disposition.Kind.INCOMPLETE))
                                .and(CALL_OR_REGISTRATION)
                                .and(VALUES.found()))
                        .check(VALUES.then(BrokenMessageRules::tell)));
    }

    private static Optional<Broken> broken(Call call, Set<DefectKind> kinds) {
        for (TrackedMessage message : call.messages()) {
            Optional<Broken> broken = broken(message, kinds);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /** Of the request that was refused, or that nobody answered at all: a broken value elsewhere explains nothing. */
    private static Optional<Broken> brokenValue(Call call) {
        return call.decisiveAttempt()
                .filter(attempt ->
                        attempt.finalStatus() >= 400 || attempt.responses().isEmpty())
                .flatMap(Transaction::request)
                .flatMap(request -> broken(request, OF_VALUES))
                .filter(broken -> !Edited.is(broken.message().message()));
    }

    private static Optional<Broken> broken(TrackedMessage message, Set<DefectKind> kinds) {
        if (!message.isFirst()) {
            return Optional.empty();
        }
        for (Defect defect : message.message().defects()) {
            if (kinds.contains(defect.kind())) {
                return Optional.of(new Broken(message, defect));
            }
        }
        return Optional.empty();
    }

    private static void tell(Call call, Findings findings, Broken broken) {
        TrackedMessage message = broken.message();
        Finding finding = findings.violation()
                .title(title(broken.defect()))
                .origin(Sides.senderOrWay(call, message))
                .because("in message " + message.index() + " " + broken.defect().detail())
                .because("a receiver that reads strictly drops such a message or answers 400, and one that does not may"
                        + " read it otherwise than it was meant")
                .evidence(message);
        headerOf(broken).ifPresent(header -> finding.evidence(message, header));
        boolean refused = Traffic.responses(call)
                .anyMatch(response -> response.status() == 400 && response.index() > message.index());
        if (refused) {
            finding.because("a 400 followed in this call");
        }
        finding.remedy(ADMIN, "Have the software that made it mended, or the element on the way that rewrites messages")
                .confirm("Capture where the message is made, and compare");
    }

    /** {@code The version is not SIP/2.0 (SIP /2.0)}. */
    private static String title(Defect defect) {
        String meaning = defect.kind().meaning();
        String text = defect.detail().substring(meaning.length()).replaceFirst("^: ", "");
        return meaning.substring(0, 1).toUpperCase(Locale.ROOT)
                + meaning.substring(1)
                + (text.isEmpty() ? "" : " (" + text + ")");
    }

    /** The header line in which the faulty part lies. */
    private static Optional<String> headerOf(Broken broken) {
        int offset = broken.defect().offset();
        return broken.message().message().headers().stream()
                .filter(header -> header.offset() <= offset
                        && offset < header.offset() + header.line().length())
                .findFirst()
                .map(Header::rawName);
    }
}
