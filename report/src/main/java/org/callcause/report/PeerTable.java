package org.callcause.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.incident.Share;
import org.callcause.message.Method;
import tools.jackson.core.JsonGenerator;

/** What became of calls, by the endpoint that they were sent to. What it keeps does not grow with the number of calls. */
final class PeerTable {

    private static final int MOST_PEERS = 5_000;
    private static final int TOLD = 15;
    private static final String OTHERS = "others";

    private final Map<String, PeerFigures> peers = new HashMap<>();

    void add(CallReport report) {
        Call call = report.call();
        if (!call.method().equals(Method.INVITE)) {
            return;
        }
        Transaction decisive = call.decisiveAttempt().orElse(null);
        for (Transaction attempt : call.attempts()) {
            boolean decided = attempt.equals(decisive);
            if (!decided && isChallenge(attempt.finalStatus())) {
                continue;
            }
            for (Hop hop : attempt.hops()) {
                figures(hop)
                        .add(
                                outcome(hop, decided, report),
                                rang(hop),
                                decided && isAnswered(hop) ? call.talkTime() : Optional.empty(),
                                decided && status(hop) == call.finalStatus() ? call.postDialDelay() : Optional.empty(),
                                decided && status(hop) == call.finalStatus() ? report.diagnosis() : Optional.empty());
            }
        }
    }

    private static boolean isChallenge(int status) {
        return status == 401 || status == 407;
    }

    private PeerFigures figures(Hop hop) {
        String name = hop.to().isKnown() ? hop.to().toString() : "unknown";
        return peers.computeIfAbsent(
                peers.size() < MOST_PEERS || peers.containsKey(name) ? name : OTHERS, any -> new PeerFigures());
    }

    /** A hop that saw the final response of the call ended as the call did; of another only its answer is known. */
    private static Disposition.Kind outcome(Hop hop, boolean decided, CallReport report) {
        int status = status(hop);
        if (decided && status == report.call().finalStatus()) {
            return report.disposition().kind();
        }
        if (status == 0) {
            return hop.responses().isEmpty() ? Disposition.Kind.UNREACHABLE : Disposition.Kind.CANCELLED;
        }
        return switch (status) {
            case 486, 600 -> Disposition.Kind.BUSY;
            case 487 -> Disposition.Kind.CANCELLED;
            case 603 -> Disposition.Kind.DECLINED;
            case 404, 410, 484, 485, 604 -> Disposition.Kind.NOT_FOUND;
            case 480, 430 -> Disposition.Kind.UNAVAILABLE;
            default ->
                status / 100 == 3
                        ? Disposition.Kind.REDIRECTED
                        : status / 100 == 2 ? Disposition.Kind.ANSWERED : Disposition.Kind.FAILED;
        };
    }

    private static int status(Hop hop) {
        return hop.finalResponse().map(TrackedMessage::status).orElse(0);
    }

    private static boolean rang(Hop hop) {
        return hop.responses().stream().map(TrackedMessage::status).anyMatch(status -> status == 180 || status == 183);
    }

    private static boolean isAnswered(Hop hop) {
        return status(hop) / 100 == 2;
    }

    private List<Map.Entry<String, PeerFigures>> byAttempts() {
        List<Map.Entry<String, PeerFigures>> rows = new ArrayList<>(peers.entrySet());
        rows.sort(Comparator.comparingLong(
                        (Map.Entry<String, PeerFigures> row) -> -row.getValue().attempts())
                .thenComparing(Map.Entry::getKey));
        return rows;
    }

    String text(Style style) {
        if (peers.isEmpty()) {
            return "";
        }
        Prose prose = new Prose(100);
        prose.line(Titles.underlined("Peers, by the calls sent to them", style).stripTrailing());
        prose.blank();
        prose.line(style.bold(row("Peer", "Attempts", "ASR", "NER", "ACD", "PDD 50 %", "PDD 95 %")));
        List<Map.Entry<String, PeerFigures>> rows = byAttempts();
        rows.stream().limit(TOLD).forEach(row -> tell(prose, row.getKey(), row.getValue()));
        if (rows.size() > TOLD) {
            long attempts = rows.stream()
                    .skip(TOLD)
                    .mapToLong(row -> row.getValue().attempts())
                    .sum();
            prose.line("... and " + Wording.count(rows.size() - TOLD, "more peer") + " with "
                    + Wording.count(attempts, "attempt") + ".");
        }
        prose.blank()
                .paragraph(
                        "",
                        "ASR: answered of those tried, without those that were redirected or whose outcome was not"
                                + " captured (SER in RFC 6076); NER: of the same, without those given up before they rang,"
                                + " also busy, not answered, declined and withdrawn, for which the network did its part"
                                + " (SEER in RFC 6076, which counts every 480 as well); ACD: mean talk time; PDD: from the"
                                + " INVITE to ringing or the answer (SRD in RFC 6076), which 50 and 95 of 100 calls do not"
                                + " exceed.");
        return prose.toString();
    }

    private static void tell(Prose prose, String name, PeerFigures figures) {
        prose.line(row(
                Wording.printable(name),
                Wording.grouped(figures.attempts()),
                percent(figures.answered()),
                percent(figures.effective()),
                words(figures.talk().mean()),
                words(figures.postDialDelay().percentile(50)),
                words(figures.postDialDelay().percentile(95))));
        prose.paragraph(
                "    ",
                "      ",
                figures.outcomes().entrySet().stream()
                        .map(outcome -> Wording.grouped(outcome.getValue()) + " " + Wording.ended(outcome.getKey()))
                        .collect(Collectors.joining(", ")));
        if (!figures.topCauses().isEmpty()) {
            prose.paragraph(
                    "    ",
                    "      ",
                    "causes: "
                            + figures.topCauses().stream()
                                    .map(cause -> cause.getKey() + " " + Wording.grouped(cause.getValue()))
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-28s %9s %6s %6s %12s %10s %10s", (Object[]) cells);
    }

    private static String percent(Share share) {
        return share.whole() == 0 ? "-" : share.percent();
    }

    private static String words(Optional<Duration> length) {
        return length.map(Sentences::time).orElse("-");
    }

    void write(JsonGenerator generator) {
        generator.writeStartArray();
        for (Map.Entry<String, PeerFigures> row : byAttempts()) {
            PeerFigures figures = row.getValue();
            generator.writeStartObject();
            generator.writeStringProperty("peer", row.getKey());
            generator.writeNumberProperty("attempts", figures.attempts());
            ratio(generator, "answerSeizureRatio", figures.answered());
            ratio(generator, "networkEffectivenessRatio", figures.effective());
            seconds(generator, "averageCallDuration", figures.talk().mean());
            seconds(generator, "postDialDelay50", figures.postDialDelay().percentile(50));
            seconds(generator, "postDialDelay95", figures.postDialDelay().percentile(95));
            generator.writeObjectPropertyStart("dispositions");
            figures.outcomes().forEach((kind, count) -> generator.writeNumberProperty(kind.name(), count));
            generator.writeEndObject();
            generator.writeObjectPropertyStart("causes");
            figures.topCauses().forEach(cause -> generator.writeNumberProperty(cause.getKey(), cause.getValue()));
            generator.writeEndObject();
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static void ratio(JsonGenerator generator, String name, Share share) {
        if (share.whole() > 0) {
            generator.writeNumberProperty(name, Math.round(share.value() * 10_000) / 10_000.0);
        }
    }

    private static void seconds(JsonGenerator generator, String name, Optional<Duration> length) {
        length.ifPresent(value -> generator.writeNumberProperty(name, value.toMillis() / 1_000.0));
    }
}
