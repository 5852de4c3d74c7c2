package org.callcause.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Party;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;

/** Tells in a few sentences what happened in a call, without saying why. */
final class Story {

    private final Call call;
    private final Disposition disposition;

    Story(Call call, Disposition disposition) {
        this.call = call;
        this.disposition = disposition;
    }

    String tell() {
        List<String> sentences = new ArrayList<>();
        earlierAttempts().ifPresent(sentences::add);
        sentences.add(outcome());
        return String.join(" ", sentences);
    }

    /** The outcome in one line. */
    String brief() {
        if (disposition.kind() == Disposition.Kind.INCOMPLETE) {
            return incompleteInShort();
        }
        List<String> parts = new ArrayList<>();
        parts.add(Wording.ended(disposition.kind()));
        if (Weight.of(disposition.kind()) == Weight.FAILED && call.finalStatus() != 0) {
            parts.add(status());
        }
        call.ringTime()
                .filter(ringing -> ringing.toMillis() > 0)
                .ifPresent(ringing -> parts.add("rang " + Sentences.time(ringing)));
        call.talkTime().ifPresent(talking -> parts.add("talked " + Sentences.time(talking)));
        if (disposition.kind() == Disposition.Kind.ANSWERED) {
            if (disposition.endedBy() != Party.UNKNOWN) {
                parts.add(side(disposition.endedBy()) + " hung up");
            } else {
                parts.add("end not captured");
            }
        }
        return String.join(", ", parts);
    }

    private Optional<String> earlierAttempts() {
        List<Integer> statuses = call.attempts().stream()
                .takeWhile(attempt ->
                        call.decisiveAttempt().filter(attempt::equals).isEmpty())
                .map(Transaction::finalStatus)
                .filter(status -> status != 0)
                .toList();
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        boolean challenges = statuses.stream().allMatch(status -> status == 401 || status == 407);
        String codes = String.join(
                ", ", statuses.stream().map(String::valueOf).distinct().toList());
        if (challenges) {
            return Optional.of(
                    statuses.size() == 1
                            ? "The first attempt was asked for credentials (" + codes + ") and " + client()
                                    + " tried again."
                            : Wording.capital(client()) + " was asked for credentials " + statuses.size() + " times ("
                                    + codes + ") and tried again.");
        }
        return Optional.of(Wording.count(statuses.size(), "earlier attempt") + " ended with " + codes + ".");
    }

    private String outcome() {
        return switch (disposition.kind()) {
            case ANSWERED -> answered();
            case SUCCEEDED -> "It was accepted" + after(call.responseTime()) + ".";
            case CANCELLED, ANSWERED_ELSEWHERE -> cancelled();
            case INCOMPLETE -> incomplete();
            default -> call.finalStatus() == 0 ? unanswered() : refused();
        };
    }

    private String answered() {
        StringBuilder text = new StringBuilder("The call was answered");
        call.ringTime()
                .ifPresentOrElse(
                        ringing -> text.append(" after ringing for ").append(Sentences.time(ringing)),
                        () -> text.append(after(call.postDialDelay())));
        call.talkTime().ifPresent(talking -> text.append(", lasted ").append(Sentences.time(talking)));
        if (disposition.endedBy() != Party.UNKNOWN) {
            text.append(", and ").append(side(disposition.endedBy())).append(" hung up");
        } else {
            text.append("; the capture does not show its end");
        }
        return text.append('.').toString();
    }

    private String cancelled() {
        String when = call.ringTime()
                .map(ringing -> " after " + Sentences.time(ringing) + " of ringing")
                .orElse(call.ringing().isPresent() ? " while it rang" : " before it rang");
        return disposition.kind() == Disposition.Kind.CANCELLED
                ? "The caller gave up" + when + "."
                : "The calling side withdrew the call" + when + ", because another device had taken it.";
    }

    private String incomplete() {
        if (call.attempts().isEmpty()) {
            return "The capture does not show how the call was set up."
                    + call.bye()
                            .flatMap(bye -> bye.message().from())
                            .map(party -> " " + Wording.party(party) + " hung up.")
                            .orElse("");
        }
        if (call.initialRequest().isEmpty()) {
            return "The capture does not show the invitation and the outcome.";
        }
        if (isChallenged()) {
            return "It was asked for credentials (" + call.finalStatus() + ") when the capture ended.";
        }
        return call.ringing().isPresent()
                ? "The capture ends while it rings."
                : "The capture ends before a final response.";
    }

    private String incompleteInShort() {
        if (call.initialRequest().isEmpty()) {
            return "begins before the capture";
        }
        if (isChallenged()) {
            return "asked for credentials when the capture ended";
        }
        return call.ringing().isPresent() ? "rings when the capture ends" : "no final response before the capture ends";
    }

    /** A challenge is a final response, and no end of the call. */
    private boolean isChallenged() {
        return call.finalStatus() == 401 || call.finalStatus() == 407;
    }

    private String refused() {
        if (call.ringing().isPresent()) {
            return rang(call.ringing().get());
        }
        if (call.decisiveAttempt().flatMap(Transaction::request).isEmpty()) {
            return "The final response is all that the capture shows.";
        }
        String response = call.responseTime()
                .map(time -> "the final response came after " + Sentences.time(time) + ".")
                .orElse("");
        if (call.method().equals(Method.INVITE)) {
            return response.isEmpty() ? "No ringing was seen." : "No ringing was seen; " + response;
        }
        return response.isEmpty() ? "A final response came." : Wording.capital(response);
    }

    /** Gateways say 183 for the ringing that they play themselves, and for announcements. */
    private String rang(TrackedMessage ringing) {
        Optional<String> rang = call.ringTime().map(Sentences::time);
        if (ringing.status() == 180) {
            return "It began to ring" + after(call.initialRequest().flatMap(invite -> between(invite, ringing)))
                    + rang.map(time -> " and rang for " + time).orElse("") + ".";
        }
        return "Progress was reported (183)" + after(call.postDialDelay())
                + rang.map(time -> ", and the final response came " + time + " later")
                        .orElse("") + ".";
    }

    private String status() {
        return Wording.printable(call.finalStatus() + " " + call.finalPhrase()).strip();
    }

    private String unanswered() {
        boolean trying = call.decisiveAttempt()
                .filter(attempt -> !attempt.responses().isEmpty())
                .isPresent();
        int sent = trying ? call.decisiveAttempt().map(Transaction::sendings).orElse(0) : call.unansweredSendings();
        String request = "The " + call.method().name() + " was sent"
                + (call.nextHop().isKnown() ? " to " + call.nextHop() : "")
                + (sent < 2 ? "" : " " + sent + " times");
        return request + (trying ? " and only 100 Trying came back." : " and nothing came back.");
    }

    private String client() {
        return call.method().equals(Method.INVITE) ? "the caller" : "the client";
    }

    private static String side(Party party) {
        return party == Party.CALLER ? "the caller" : "the called side";
    }

    private static Optional<Duration> between(TrackedMessage earlier, TrackedMessage later) {
        return earlier.hasTime() && later.hasTime()
                ? Optional.of(Duration.between(earlier.time(), later.time()))
                : Optional.empty();
    }

    private static String after(Optional<Duration> duration) {
        return duration.map(length -> " after " + Sentences.time(length)).orElse("");
    }
}
