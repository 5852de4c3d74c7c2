package org.callcause.rule;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.TraitSet;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderSet;
import org.callcause.message.HeaderTally;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * What triggers ask of a call most, found in one pass over it. Calls that go alike have equal facts, so that what
 * follows from them can be remembered.
 *
 * @param status the final status, 0 without one
 * @param kind the outcome by the RFC reading
 * @param method the method that names the exchange
 * @param methods a bit for each method of {@link #METHODS} that some request has, and one for all others
 * @param statuses a bit for the remainder of each status code that some response has
 * @param anywhere the headers that some message has
 * @param inEveryRequest the headers that all requests have
 * @param inEveryResponse the headers that all responses have
 * @param traits what is out of the ordinary
 */
record CallFacts(
        int status,
        Disposition.Kind kind,
        Method method,
        int methods,
        long statuses,
        HeaderSet anywhere,
        HeaderSet inEveryRequest,
        HeaderSet inEveryResponse,
        TraitSet traits) {

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

    static CallFacts of(Call call) {
        int methods = 0;
        long statuses = 0;
        HeaderTally requests = new HeaderTally();
        HeaderTally responses = new HeaderTally();
        List<TrackedMessage> messages = call.messages();
        for (int i = 0; i < messages.size(); i++) {
            SipMessage message = messages.get(i).message();
            if (message instanceof SipRequest request) {
                methods |= bit(request.method());
                requests.add(message);
            } else if (message instanceof SipResponse response) {
                statuses |= bit(response.status());
                responses.add(message);
            }
        }
        return new CallFacts(
                call.finalStatus(),
                call.disposition().kind(),
                call.method(),
                methods,
                statuses,
                requests.inSome().or(responses.inSome()),
                requests.inEvery(),
                responses.inEvery(),
                call.traits());
    }

    boolean maySend(List<Method> wanted) {
        for (Method method : wanted) {
            if ((methods & bit(method)) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean mayRespond(List<Integer> codes) {
        for (int code : codes) {
            if ((statuses & bit(code)) != 0) {
                return true;
            }
        }
        return false;
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

    // Spelled out, because every call is looked up by its facts: what the compiler makes of a record is slow at first.
    @Override
    public boolean equals(Object other) {
        return other instanceof CallFacts facts
                && status == facts.status
                && kind == facts.kind
                && methods == facts.methods
                && statuses == facts.statuses
                && method.equals(facts.method)
                && anywhere.equals(facts.anywhere)
                && inEveryRequest.equals(facts.inEveryRequest)
                && inEveryResponse.equals(facts.inEveryResponse)
                && traits.equals(facts.traits);
    }

    @Override
    public int hashCode() {
        int hash = status * 31 + methods;
        hash = hash * 31 + Long.hashCode(statuses);
        hash = hash * 31 + anywhere.hashCode();
        hash = hash * 31 + inEveryRequest.hashCode();
        return hash * 31 + traits.hashCode();
    }
}
