package org.callcause.rules.rfc3261.media;

import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.util.Optional;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.message.Method;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Sessions;

/** What rules ask of the session descriptions of an answered call. */
final class AnsweredSessions {

    private AnsweredSessions() {}

    /** An answered call of which this is true. */
    static Trigger answered(String sentence, Predicate<Call> predicate) {
        return ended(Disposition.Kind.ANSWERED).and(method(Method.INVITE)).and(where(sentence, predicate));
    }

    /** An answered call of which some exchange of offer and answer is so. */
    static Trigger exchanged(String sentence, Predicate<OfferAnswer> predicate) {
        return answered(sentence, call -> Sessions.of(call).exchanges().stream().anyMatch(predicate));
    }

    /** The first exchange that is so. */
    static Optional<OfferAnswer> exchange(Call call, Predicate<OfferAnswer> predicate) {
        return Sessions.of(call).exchanges().stream().filter(predicate).findFirst();
    }
}
