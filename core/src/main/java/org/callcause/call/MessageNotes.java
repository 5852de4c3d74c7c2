package org.callcause.call;

import java.util.ArrayList;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Glance;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is read from the messages of a call as they come and asked for at its end, when their bytes have long left the
 * processor's caches.
 */
final class MessageNotes {

    /** Each message that is sent again may fail again; the first failures tell what there is to tell. */
    private static final int MOST_FAILURES = 16;

    /** Absent where no message has a session timer. */
    private @Nullable TimerTally timers;

    private List<TransportFailure> failures = List.of();
    private SeenRtp rtp = SeenRtp.NOTHING;
    private List<FailedConnection> connections = List.of();
    private long partiesHash;
    private long traits;
    private boolean sentElsewhere;
    private boolean empty = true;
    private boolean invited;

    /** Reads a message, which gives the call these traits. */
    void add(CapturedMessage captured, long traitsOfMessage) {
        SipMessage message = captured.message();
        boolean invites = message instanceof SipRequest request && request.isInitialInvite();
        // What the callee sends inside the call names the two the other way round, and may be delivered first.
        if (empty || (invites && !invited)) {
            partiesHash = message.partiesHash();
            invited = invites;
            empty = false;
        }
        if (message instanceof SipRequest request
                && (request.method().equals(Method.INVITE) || request.method().equals(Method.REGISTER))) {
            way(captured);
        }
        traits |= traitsOfMessage;
        if (TimerTally.concerns(message)) {
            if (timers == null) {
                timers = new TimerTally();
            }
            timers.add(captured);
        }
    }

    /** Takes what the network or a log says of a message. */
    void add(TransportFailure failure) {
        if (failures.isEmpty()) {
            failures = new ArrayList<>(1);
        }
        if (failures.size() < MOST_FAILURES) {
            failures.add(failure);
        }
        traits |= Trait.TRANSPORT_FAILURE.bit();
    }

    /** What was not delivered, in the order in which that was told. */
    List<TransportFailure> failures() {
        return List.copyOf(failures);
    }

    /** Takes what was seen of the media, once the call is over. */
    void add(SeenRtp seen) {
        rtp = seen;
        boolean tells = !seen.streams().isEmpty() || !seen.signals().isEmpty() || seen.othersOnItsWay();
        traits |= Trait.RTP_SEEN.bitIf(tells);
    }

    SeenRtp rtp() {
        return rtp;
    }

    /** Takes the connections that failed beside it, once the call is over. */
    void add(List<FailedConnection> beside) {
        connections = beside;
        traits |= Trait.FAILED_CONNECTION.bitIf(!beside.isEmpty());
    }

    List<FailedConnection> connections() {
        return connections;
    }

    /** Compares the top Via of a request with the way that it came. */
    private void way(CapturedMessage captured) {
        Glance.SentBy named = Glance.sentBy(
                captured.message(),
                captured.transport().name(),
                captured.from().host(),
                captured.from().port());
        sentElsewhere |= named == Glance.SentBy.OTHER_PLACE;
        traits |= Trait.UNUSUAL_VIA.bitIf(named == Glance.SentBy.OTHER);
    }

    /** The {@link SipMessage#partiesHash} of the first INVITE outside a dialog, else of the first message. */
    long partiesHash() {
        return partiesHash;
    }

    /** The traits that single messages give the call, as bits. */
    long traits() {
        return traits | Trait.UNUSUAL_SESSION_TIMER.bitIf(timers != null && timers.isUnusual());
    }

    /** Whether the Via of an INVITE or REGISTER names another address or port than that which it came from. */
    boolean isSentElsewhere() {
        return sentElsewhere;
    }

    /** Whether half of a session timer may have passed in this time, when it has to be refreshed. */
    boolean mayTimerBeDue(long nanos) {
        return timers != null && timers.mayBeDue(nanos);
    }
}
