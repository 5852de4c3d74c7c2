package org.callcause.rule;

import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.MessageTally;
import org.callcause.call.TraitSet;
import org.callcause.message.Method;

/**
 * What triggers ask of a call most. Calls that go alike have equal facts, so that what follows from them can be remembered.
 *
 * @param status the final status, 0 without one
 * @param kind the outcome by the RFC reading
 * @param method the method that names the exchange
 * @param tally what the messages have
 * @param traits what is out of the ordinary
 */
record CallFacts(int status, Disposition.Kind kind, Method method, MessageTally tally, TraitSet traits) {

    static CallFacts of(Call call) {
        return new CallFacts(call.finalStatus(), call.disposition().kind(), call.method(), call.tally(), call.traits());
    }

    // Spelled out, because every call is looked up by its facts: what the compiler makes of a record is slow at first.
    @Override
    public boolean equals(Object other) {
        return other instanceof CallFacts facts
                && status == facts.status
                && kind == facts.kind
                && method.equals(facts.method)
                && tally.equals(facts.tally)
                && traits.equals(facts.traits);
    }

    @Override
    public int hashCode() {
        return (status * 31 + tally.hashCode()) * 31 + traits.hashCode();
    }
}
