package org.callcause.call;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.callcause.call.Disposition.Kind;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Challenge;
import org.callcause.message.Credentials;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.message.SipResponse;
import org.callcause.message.Warning;

/** Reads the outcome of a call from the whole of it, never from the status code alone. */
final class DispositionReading {

    /** A challenge is answered by a machine at once; a capture that ends sooner after it proves nothing. */
    private static final Duration CHALLENGE_PATIENCE = Duration.ofSeconds(5);

    private static final Duration RING_TIMER_SLACK = Duration.ofMillis(2_500);
    private static final List<Duration> PHONE_RING_TIMERS = List.of(Duration.ofSeconds(30), Duration.ofSeconds(45));

    private final Method method;
    private final List<Transaction> attempts;
    private final Optional<Transaction> decisive;
    private final List<Transaction> all;
    private final Optional<TrackedMessage> withdrawal;
    private final CallTimes times;
    private final List<TransportFailure> failures;
    private final Closing closing;

    DispositionReading(
            Method method,
            List<Transaction> attempts,
            Optional<Transaction> decisive,
            List<Transaction> all,
            Optional<TrackedMessage> withdrawal,
            CallTimes times,
            List<TransportFailure> failures,
            Closing closing) {
        this.method = method;
        this.attempts = attempts;
        this.decisive = decisive;
        this.all = all;
        this.withdrawal = withdrawal;
        this.times = times;
        this.failures = failures;
        this.closing = closing;
    }

    Kind kind() {
        if (decisive.isEmpty()) {
            return Kind.INCOMPLETE;
        }
        Transaction attempt = decisive.get();
        if (attempt.isAccepted() || (attempt.finalResponse().isEmpty() && UnseenAnswer.isShown(attempts, all))) {
            return method.equals(Method.INVITE) ? Kind.ANSWERED : Kind.SUCCEEDED;
        }
        return attempt.finalResponse()
                .map(response -> refused(attempt, response))
                .orElseGet(() -> unanswered(attempt));
    }

    private Kind unanswered(Transaction attempt) {
        Optional<Transaction> cancel = attempt.cancelledBy();
        if (cancel.isPresent() && cancel.get().finalStatus() / 100 == 2) {
            return cancelled(attempt);
        }
        if (isWhole()
                && (Unanswered.gaveUp(attempt, attempts, closing.clock()) || isUndeliverable(attempt))
                && all.stream().noneMatch(DispositionReading::isBye)) {
            return Kind.UNREACHABLE;
        }
        boolean reachedSomeone = !attempt.responses().isEmpty();
        return cancel.isPresent() && reachedSomeone ? cancelled(attempt) : Kind.INCOMPLETE;
    }

    /** RFC 3261 8.1.3.1: a transport failure counts as a response, 503, and the client need not wait for another. */
    private boolean isUndeliverable(Transaction attempt) {
        return attempt.responses().isEmpty()
                && attempt.requestMessage()
                        .filter(request -> failures.stream()
                                .anyMatch(failure -> endsSending(failure.kind()) && failure.concerns(request)))
                        .isPresent();
    }

    /** A sender takes no notice of the first (RFC 3261 18.4), and sends smaller packets for the second (RFC 1191). */
    private static boolean endsSending(TransportFailure.Kind kind) {
        return kind != TransportFailure.Kind.TIME_EXCEEDED && kind != TransportFailure.Kind.TOO_BIG;
    }

    private boolean isWhole() {
        return closing.reason() != CloseReason.MESSAGES_LOST;
    }

    private static boolean isBye(Transaction transaction) {
        return transaction.method().equals(Method.BYE);
    }

    private Kind refused(Transaction attempt, TrackedMessage response) {
        int status = response.status();
        if (status == 487 && isWithdrawn(attempt)) {
            return cancelled(attempt);
        }
        if (status / 100 == 3) {
            return Kind.REDIRECTED;
        }
        if (saysDoNotDisturb((SipResponse) response.message())) {
            return Kind.DO_NOT_DISTURB;
        }
        return byReason(response).orElseGet(() -> byStatus(attempt, response));
    }

    /** A CANCEL that was not captured is assumed, unless another element cancelled what rang, or it rang for too long. */
    private boolean isWithdrawn(Transaction attempt) {
        if (attempt.cancelledBy().isPresent()) {
            return attempt.isCancelledByClient() || !rang(attempt);
        }
        return withdrawal.isPresent() || !times.rangOut();
    }

    private Kind cancelled(Transaction attempt) {
        Stream<TrackedMessage> said = Stream.concat(withdrawal.stream(), attempt.finalResponse().stream());
        boolean elsewhere = said.flatMap(message -> message.message().reasons().stream())
                .anyMatch(DispositionReading::saysElsewhere);
        return elsewhere ? Kind.ANSWERED_ELSEWHERE : Kind.CANCELLED;
    }

    /** RFC 3326 3.1: the branches of a fork that another device answered are cancelled with cause 200. */
    private static boolean saysElsewhere(Reason reason) {
        boolean cause200 =
                reason.protocol().equalsIgnoreCase("SIP") && reason.cause().equals(OptionalInt.of(200));
        return cause200
                || reason.text()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(text -> text.contains("elsewhere"))
                        .isPresent();
    }

    private static boolean saysDoNotDisturb(SipResponse response) {
        return saysDoNotDisturb(response.reasonPhrase())
                || (response.has(HeaderName.WARNING)
                        && response.headerValues(HeaderName.WARNING).stream()
                                .map(warning -> Warning.parse(warning).text())
                                .anyMatch(DispositionReading::saysDoNotDisturb))
                || (response.has(HeaderName.REASON)
                        && response.reasons().stream()
                                .flatMap(reason -> reason.text().stream())
                                .anyMatch(DispositionReading::saysDoNotDisturb));
    }

    private static boolean saysDoNotDisturb(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("do not disturb") || lower.equals("dnd") || lower.startsWith("dnd ");
    }

    /**
     * A Q.850 cause is the word of the network where the call really ended, so it counts more than the status that a
     * gateway made of it (RFC 3398). Only causes with one clear reading are used.
     */
    private static Optional<Kind> byReason(TrackedMessage response) {
        int status = response.status();
        boolean outcomeOpen = status == 408 || status == 480 || status == 487 || status == 603 || status / 100 == 5;
        if (!outcomeOpen || !response.message().has(HeaderName.REASON)) {
            return Optional.empty();
        }
        return response.message().reasons().stream()
                .flatMap(reason -> ofReason(reason, status).stream())
                .findFirst();
    }

    private static Optional<Kind> ofReason(Reason reason, int status) {
        int cause = reason.cause().orElse(0);
        if (reason.protocol().equalsIgnoreCase("Q.850")) {
            return switch (cause) {
                case 17 -> Optional.of(Kind.BUSY);
                case 18, 19 -> Optional.of(Kind.NO_ANSWER);
                default -> Optional.empty();
            };
        }
        return saysDeclined(reason) && status != 603 ? Optional.of(Kind.DECLINED) : Optional.empty();
    }

    private static boolean saysDeclined(Reason reason) {
        return reason.protocol().equalsIgnoreCase("SIP") && reason.cause().equals(OptionalInt.of(603));
    }

    /**
     * Whether the Reason of a busy speaks of a rejection, which no ring timer makes. Cause 17 says no more than the 486
     * beside which elements write it (RFC 3398 8.2.6.1).
     */
    private static boolean saysRejected(TrackedMessage response) {
        return response.message().has(HeaderName.REASON)
                && response.message().reasons().stream()
                        .anyMatch(reason -> saysDeclined(reason)
                                || (reason.protocol().equalsIgnoreCase("Q.850")
                                        && reason.cause().equals(OptionalInt.of(21))));
    }

    private Kind byStatus(Transaction attempt, TrackedMessage response) {
        int status = response.status();
        return switch (status) {
            case 486, 600 -> isPhoneRingTimer() && !saysRejected(response) ? Kind.NO_ANSWER : Kind.BUSY;
            case 603 -> declined(response);
            case 408 -> timedOut(attempt);
            case 480 -> times.rangOut() ? Kind.NO_ANSWER : Kind.UNAVAILABLE;
            case 487 -> Kind.NO_ANSWER;
            case 430 -> Kind.UNAVAILABLE;
            case 404, 410, 484, 485, 604 -> Kind.NOT_FOUND;
            case 401, 407 -> challenged(attempt, (SipResponse) response.message());
            case 403, 415, 428, 429, 433, 436, 437, 438, 488, 606, 607, 608 -> Kind.REJECTED;
            default -> status / 100 == 6 ? Kind.REJECTED : Kind.FAILED;
        };
    }

    /** A phone that rang was not picked up; one that did not was not reached. */
    private Kind timedOut(Transaction attempt) {
        return times.ringTime().isPresent() || rang(attempt) ? Kind.NO_ANSWER : Kind.UNREACHABLE;
    }

    private Kind declined(TrackedMessage response) {
        if (NetworkBlock.isSaid((SipResponse) response.message())) {
            return Kind.REJECTED;
        }
        return times.rangOut() ? Kind.NO_ANSWER : Kind.DECLINED;
    }

    /**
     * A challenge to credentials is a refusal; one that asks for others, as the next proxy's does, only when the caller had the
     * time to answer it, as is the first. A caller repeats its INVITE in the same moment in which it acknowledges the
     * challenge, so that a capture of this call alone which ends behind the ACK ends because nothing followed; a proxy
     * acknowledges before the caller has heard of it (RFC 3261 16.7).
     */
    private Kind challenged(Transaction attempt, SipResponse challenge) {
        boolean last = attempt == attempts.get(attempts.size() - 1);
        if (!last || attempt.request().isEmpty()) {
            return Kind.INCOMPLETE;
        }
        boolean refused = attempt.requestMessage()
                .filter(request -> refuses(challenge.challenges(), request.credentials()))
                .isPresent();
        boolean waited = times.observedAfterEnd()
                .map(observed -> observed.compareTo(CHALLENGE_PATIENCE) >= 0)
                .orElse(attempt.isAcknowledged());
        boolean lastWord = attempt.isAcknowledged() && !closing.amongOthers() && isOwnWord(attempt);
        boolean over = closing.reason() == CloseReason.OVER;
        return refused || over || ((waited || lastWord) && isWhole()) ? Kind.REJECTED : Kind.INCOMPLETE;
    }

    /** Whether the request comes from who made it, and not from a proxy. */
    private static boolean isOwnWord(Transaction attempt) {
        return attempt.requestMessage()
                .filter(request -> request.viaCount() == 1)
                .isPresent();
    }

    private static boolean refuses(List<Challenge> challenges, List<Credentials> credentials) {
        List<String> realms = challenges.stream()
                .flatMap(challenge -> challenge.realm().stream())
                .toList();
        return credentials.stream()
                .anyMatch(given -> realms.isEmpty()
                        || given.realm()
                                .filter(realm -> !realms.contains(realm))
                                .isEmpty());
    }

    private static boolean rang(Transaction attempt) {
        return CallTimes.ringing(attempt).isPresent();
    }

    /** Softphones answer 486 by themselves after 30 or 45 s of ringing. */
    private boolean isPhoneRingTimer() {
        return times.ringTime()
                .filter(ringing -> PHONE_RING_TIMERS.stream()
                        .map(timer -> ringing.minus(timer).abs())
                        .anyMatch(distance -> distance.compareTo(RING_TIMER_SLACK) <= 0))
                .isPresent();
    }
}
