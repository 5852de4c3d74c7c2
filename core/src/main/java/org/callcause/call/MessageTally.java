package org.callcause.call;

import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.HeaderSet;
import org.callcause.message.HeaderTally;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * What the messages of a call have, taken together: methods, status codes, headers. Calls that go alike have equal tallies.
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

    private MessageTally() {}

    static MessageTally of(List<CapturedMessage> messages) {
        MessageTally tally = new MessageTally();
        for (int i = 0; i < messages.size(); i++) {
            tally.add(messages.get(i).message());
        }
        return tally;
    }

    private void add(SipMessage message) {
        if (message instanceof SipRequest request) {
            methods |= bit(request.method());
            requests.add(message);
        } else if (message instanceof SipResponse response) {
            statuses |= bit(response.status());
            responses.add(message);
        }
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
                && requests.equals(tally.requests)
                && responses.equals(tally.responses);
    }

    @Override
    public int hashCode() {
        int hash = methods * 31 + Long.hashCode(statuses);
        return (hash * 31 + requests.hashCode()) * 31 + responses.hashCode();
    }
}
