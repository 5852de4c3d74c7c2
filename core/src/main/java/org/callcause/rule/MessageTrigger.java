package org.callcause.rule;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.DefectKind;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;

/** What a trigger asks of the messages of the call: one that fits is enough. */
sealed interface MessageTrigger extends Trigger {

    /** Whether the message fits. */
    boolean fits(TrackedMessage message);

    @Override
    default boolean matches(Call call) {
        for (TrackedMessage message : call.messages()) {
            if (fits(message)) {
                return true;
            }
        }
        return false;
    }

    /** See {@link Trigger#sent(Method...)}. */
    record Sent(List<Method> methods) implements MessageTrigger {
        /** Copies the list. */
        public Sent {
            methods = List.copyOf(methods);
        }

        @Override
        public boolean fits(TrackedMessage message) {
            return message.message() instanceof SipRequest request && methods.contains(request.method());
        }

        @Override
        public String describe() {
            return "a request of the call is "
                    + Sentences.either(methods.stream().map(Method::name).toList());
        }
    }

    /** See {@link Trigger#responded(int...)}. */
    record Responded(List<Integer> codes) implements MessageTrigger {
        /** Copies the list. */
        public Responded {
            codes = List.copyOf(codes);
        }

        @Override
        public boolean fits(TrackedMessage message) {
            int status = message.status();
            // Without List.contains, which would make an object of each status.
            for (int code : codes) {
                if (code == status) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String describe() {
            return "a response of the call is " + Sentences.either(codes);
        }
    }

    /** See {@link Trigger#carries(String)}. */
    record Carries(HeaderName name) implements MessageTrigger {
        @Override
        public boolean fits(TrackedMessage message) {
            return message.message().has(name);
        }

        @Override
        public String describe() {
            return "a message of the call has " + name.canonical();
        }
    }

    /** See {@link Trigger#some(MessagePattern)}. */
    record Some(MessagePattern pattern) implements MessageTrigger {
        @Override
        public boolean fits(TrackedMessage message) {
            return pattern.matches(message.message());
        }

        @Override
        public String describe() {
            return "there is a message of this kind: " + pattern.describe();
        }
    }

    /** See {@link Trigger#defect(DefectKind)}. */
    record HasDefect(DefectKind kind) implements MessageTrigger {
        @Override
        public boolean fits(TrackedMessage message) {
            return message.message().hasDefect(kind);
        }

        @Override
        public String describe() {
            return "a message has the defect " + kind;
        }
    }
}
