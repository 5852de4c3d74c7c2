package org.callcause.call;

import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.Glance;
import org.callcause.message.HeaderSet;
import org.callcause.message.HeaderTally;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * What the messages of a call have, taken together: methods, status codes, headers. It is gathered as they come; at the end
 * of the call the bytes of most have long left the processor's cache. Calls that go alike have equal tallies.
 */
public final class MessageTally {

    private static final Method[] METHODS = {
        Method.INVITE,
        Method.ACK,
        Method.BYE,
        Method.CANCEL,
        Method.REGISTER,
        Method.OPTIONS,
        Method.PRACK,
        Method.UPDATE,
        Method.INFO,
        Method.SUBSCRIBE,
        Method.NOTIFY,
        Method.REFER,
        Method.MESSAGE,
        Method.PUBLISH
    };

    /** Below the number of bits, and such that 100, 180, 183 and 200 share their bits with rare codes only. */
    private static final int STATUS_BITS = 62;

    private final HeaderTally requests = new HeaderTally();
    private final HeaderTally responses = new HeaderTally();

    /** A bit for the remainder of each status code that some response has. */
    private long statuses;

    /** A bit for each method of {@link #METHODS} that some request has, and one for all others. */
    private int methods;

    private long traits;

    private final TimerTally timers = new TimerTally();
    private boolean sentElsewhere;

    /** Of no message yet. */
    MessageTally() {}

    void add(CapturedMessage captured) {
        SipMessage message = captured.message();
        if (message instanceof SipRequest request) {
            methods |= bit(request.method());
            requests.add(message);
            way(captured, request.method());
        } else if (message instanceof SipResponse response) {
            statuses |= bit(response.status());
            responses.add(message);
        }
        traits |= MessageTraits.of(captured);
        timers.add(captured);
        traits |= timers.isUnusual() ? Trait.UNUSUAL_SESSION_TIMER.bit() : 0;
    }

    /** Compares the top Via with the way that the request came. */
    private void way(CapturedMessage captured, Method method) {
        if (!method.equals(Method.INVITE) && !method.equals(Method.REGISTER)) {
            return;
        }
        Glance.SentBy named = Glance.sentBy(
                captured.message(),
                captured.transport().name(),
                captured.from().host(),
                captured.from().port());
        sentElsewhere |= named == Glance.SentBy.OTHER_PLACE;
        traits |= named == Glance.SentBy.OTHER ? Trait.UNUSUAL_VIA.bit() : 0;
    }

    /** Whether the Via of an INVITE or REGISTER names another address or port than that which it came from. */
    boolean isSentElsewhere() {
        return sentElsewhere;
    }

    TimerTally timers() {
        return timers;
    }

    /** The traits that single messages give the call, as bits. */
    long traits() {
        return traits;
    }

    /** Whether some request may have one of these methods. */
    public boolean maySend(List<Method> wanted) {
        for (Method method : wanted) {
            if ((methods & bit(method)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether some response may have one of these status codes. */
    public boolean mayRespond(List<Integer> codes) {
        for (int code : codes) {
            if ((statuses & bit(code)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The headers that some message has. */
    public HeaderSet anywhere() {
        return requests.inSome().or(responses.inSome());
    }

    /** The headers that all requests have. */
    public HeaderSet inEveryRequest() {
        return requests.inEvery();
    }

    /** The headers that all responses have. */
    public HeaderSet inEveryResponse() {
        return responses.inEvery();
    }

    private static int bit(Method method) {
        int i = 0;
        while (i < METHODS.length && !METHODS[i].equals(method)) {
            i++;
        }
        return 1 << i;
    }

    private static long bit(int status) {
        return 1L << status % STATUS_BITS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageTally tally
                && methods == tally.methods
                && statuses == tally.statuses
                && traits == tally.traits
                && requests.equals(tally.requests)
                && responses.equals(tally.responses);
    }

    @Override
    public int hashCode() {
        int hash = methods * 31 + Long.hashCode(statuses);
        return (hash * 31 + requests.hashCode()) * 31 + responses.hashCode();
    }
}
