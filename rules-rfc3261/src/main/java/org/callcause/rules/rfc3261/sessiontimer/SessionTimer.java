package org.callcause.rules.rfc3261.sessiontimer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SessionExpires;

/**
 * The session timer of an answered call as its last refresh set it (RFC 4028): how long, and who had to refresh.
 *
 * @param refresh the transaction whose 2xx set it, an INVITE or an UPDATE
 * @param answer that 2xx
 * @param interval the Session-Expires of the 2xx
 * @param refresherTag the dialog tag of the side that had to refresh; empty where the 2xx does not say
 */
record SessionTimer(Transaction refresh, TrackedMessage answer, Duration interval, Optional<String> refresherTag) {

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(32);

    /** The timer that ran when the call ended; absent without one, or where its last 2xx switched it off. */
    static Optional<SessionTimer> of(Call call) {
        return exchanges(call)
                .filter(one -> one.finalStatus() / 100 == 2)
                .reduce((earlier, later) -> later)
                .flatMap(SessionTimer::of);
    }

    private static Optional<SessionTimer> of(Transaction refresh) {
        return refresh.finalResponse()
                .filter(TrackedMessage::hasTime)
                .flatMap(answer -> answer.message()
                        .sessionExpires()
                        .filter(expires -> expires.seconds() > 0)
                        .map(expires -> new SessionTimer(
                                refresh,
                                answer,
                                Duration.ofSeconds(expires.seconds()),
                                refresher(refresh, answer, expires))));
    }

    private static Optional<String> refresher(Transaction refresh, TrackedMessage answer, SessionExpires expires) {
        return expires.refresher().flatMap(role -> switch (role.toLowerCase(Locale.ROOT)) {
            case "uac" -> Optional.of(refresh.fromTag());
            case "uas" -> answer.message().toTag();
            default -> Optional.empty();
        });
    }

    /** INVITEs and UPDATEs of the call in order of time: what can set or refresh the timer. */
    static Stream<Transaction> exchanges(Call call) {
        return call.transactions().stream()
                .filter(one ->
                        one.method().equals(Method.INVITE) || one.method().equals(Method.UPDATE))
                .filter(one -> one.request().isPresent())
                .sorted(Comparator.comparingLong(
                        one -> one.request().orElseThrow().nanos()));
    }

    /** The BYE that ended the call, where its time is known. */
    static Optional<TrackedMessage> bye(Call call) {
        return call.bye().filter(TrackedMessage::hasTime);
    }

    /** When the other side is to give up, before the time is over (RFC 4028 10): 32 s or a third before it. */
    Duration givingUp() {
        Duration third = interval.dividedBy(3);
        return interval.minus(third.compareTo(LONGEST_MARGIN) < 0 ? third : LONGEST_MARGIN);
    }

    /** When a refresh was due: at half the time (RFC 4028 7.2). */
    Duration refreshDue() {
        return interval.dividedBy(2);
    }

    Duration sinceRefresh(TrackedMessage later) {
        return Duration.ofNanos(later.nanos() - answer.nanos());
    }

    boolean isByRefresher(TrackedMessage request) {
        return refresherTag.isPresent() && refresherTag.equals(request.message().fromTag());
    }

    /**
     * The refreshes that were tried after the last good one. A change that does not ask for the timer, before a refresh is
     * due, only changes: a switch to fax that is refused, for one.
     */
    List<Transaction> failedRefreshes(Call call) {
        return exchanges(call)
                .filter(one -> one.request().filter(this::mayRefresh).isPresent())
                .filter(one -> one.finalStatus() / 100 != 2)
                .toList();
    }

    private boolean mayRefresh(TrackedMessage request) {
        return request.nanos() > answer.nanos()
                && (request.message().sessionExpires().isPresent()
                        || sinceRefresh(request).compareTo(refreshDue()) >= 0);
    }

    /** {@code refresher=uas} in words. */
    String whoRefreshes(Call call) {
        boolean caller = refresherTag.equals(call.decisiveAttempt().map(Transaction::fromTag));
        return caller ? "the caller" : "the called side";
    }
}
