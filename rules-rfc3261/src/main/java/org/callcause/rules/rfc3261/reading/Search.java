package org.callcause.rules.rfc3261.reading;

import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.util.Optional;
import java.util.function.Function;
import org.callcause.call.Call;
import org.callcause.rule.Check;
import org.callcause.rule.Findings;
import org.callcause.rule.Trigger;

/**
 * What a rule looks for in a call, so that its trigger and its check ask the same question.
 *
 * @param sentence what is found, as a clause that can follow "when"
 * @param question finds it
 * @param <T> what is found
 */
public record Search<T>(String sentence, Function<Call, Optional<T>> question) {

    /** What a rule says of what was found. */
    @FunctionalInterface
    public interface Answer<T> {
        /** Says it. */
        void tell(Call call, Findings findings, T found);
    }

    /** That it is there. */
    public Trigger found() {
        return where(sentence, call -> question.apply(call).isPresent());
    }

    /** The same for a question that reads times: a source that gives none cannot answer it. */
    public Trigger foundInTime() {
        return timed(sentence, call -> question.apply(call).isPresent());
    }

    /** Tells what was found. */
    public Check then(Answer<T> answer) {
        return (call, findings) -> question.apply(call).ifPresent(found -> answer.tell(call, findings, found));
    }
}
