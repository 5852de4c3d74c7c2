package org.callcause.rule;

import java.util.List;
import java.util.Locale;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;

/** What a trigger asks of the call as a whole: how it ended, and what it is. */
sealed interface OutcomeTrigger extends Trigger {

    /** See {@link Trigger#method(Method)}. */
    record OfMethod(Method method) implements OutcomeTrigger {
        @Override
        public boolean matches(Call call) {
            return call.method().equals(method);
        }

        @Override
        public String describe() {
            return "the exchange is " + method.name();
        }
    }

    /** See {@link Trigger#ended(Disposition.Kind)}. */
    record Ended(Disposition.Kind kind) implements OutcomeTrigger {
        @Override
        public boolean matches(Call call) {
            return call.disposition().kind() == kind;
        }

        @Override
        public String describe() {
            return "the call ended as " + kind;
        }
    }

    /** See {@link Trigger#status(int...)}. */
    record Status(List<Integer> codes) implements OutcomeTrigger {
        /** Copies the list. */
        public Status {
            codes = List.copyOf(codes);
        }

        @Override
        public boolean matches(Call call) {
            return codes.contains(call.finalStatus());
        }

        @Override
        public String describe() {
            return "the final status is " + Sentences.either(codes);
        }
    }

    /** See {@link Trigger#statusClass(int)}. */
    record StatusClass(int statusClass) implements OutcomeTrigger {
        @Override
        public boolean matches(Call call) {
            return call.finalStatus() / 100 == statusClass;
        }

        @Override
        public String describe() {
            return "the final status is " + statusClass + "xx";
        }
    }

    /** See {@link Trigger#header(String)}. */
    record Header(HeaderName name) implements OutcomeTrigger {
        @Override
        public boolean matches(Call call) {
            return call.finalResponse()
                    .filter(response -> response.message().has(name))
                    .isPresent();
        }

        @Override
        public String describe() {
            return "the final response has " + name.canonical();
        }
    }

    /** See {@link Trigger#userAgent(String)}. */
    record UserAgent(String text) implements OutcomeTrigger {
        @Override
        public boolean matches(Call call) {
            String wanted = text.toLowerCase(Locale.ROOT);
            return call.userAgents().stream()
                    .anyMatch(agent -> agent.toLowerCase(Locale.ROOT).contains(wanted));
        }

        @Override
        public String describe() {
            return "a User-Agent or Server contains \"" + text + "\"";
        }
    }

    /** See {@link Trigger#retransmitted(int)}. */
    record Retransmitted(int times) implements OutcomeTrigger {
        @Override
        public boolean matches(Call call) {
            return call.decisiveAttempt().stream()
                    .flatMap(attempt -> attempt.hops().stream())
                    .mapToInt(Hop::requestRetransmissions)
                    .anyMatch(count -> count >= times);
        }

        @Override
        public String describe() {
            return "the request was sent again at least " + times + " times";
        }
    }

    /** See {@link Trigger#has(Trait)}. */
    record Has(Trait trait) implements OutcomeTrigger {
        @Override
        public boolean matches(Call call) {
            return call.has(trait);
        }

        @Override
        public String describe() {
            return trait.sentence();
        }
    }
}
