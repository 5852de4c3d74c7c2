package org.callcause.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * What one message must be like; for {@link Trigger#some}. All parts are asked of the same message. The engine knows
 * beforehand what most calls have, so that a pattern of methods, codes and headers costs the calls without such a
 * message next to nothing; {@link #where} is asked only where the rest fits.
 *
 * <pre>{@code .on(some(request(Method.INVITE).without("Contact")))}</pre>
 */
public final class MessagePattern {

    private enum Kind {
        ANY("message"),
        REQUEST("request"),
        RESPONSE("response");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private final Kind kind;
    private final List<Method> methods;
    private final List<Integer> codes;
    private final List<HeaderName> present;
    private final List<HeaderName> absent;
    private final String sentence;
    private final Predicate<SipMessage> predicate;

    private MessagePattern(
            Kind kind,
            List<Method> methods,
            List<Integer> codes,
            List<HeaderName> present,
            List<HeaderName> absent,
            String sentence,
            Predicate<SipMessage> predicate) {
        this.kind = kind;
        this.methods = List.copyOf(methods);
        this.codes = List.copyOf(codes);
        this.present = List.copyOf(present);
        this.absent = List.copyOf(absent);
        this.sentence = sentence;
        this.predicate = predicate;
    }

    /** Any message. */
    public static MessagePattern message() {
        return ofKind(Kind.ANY, List.of(), List.of());
    }

    /** A request with one of these methods; with any where none is given. */
    public static MessagePattern request(Method... methods) {
        return ofKind(Kind.REQUEST, Arrays.asList(methods), List.of());
    }

    /** A response with one of these status codes; with any where none is given. */
    public static MessagePattern response(int... codes) {
        return ofKind(Kind.RESPONSE, List.of(), Arrays.stream(codes).boxed().toList());
    }

    private static MessagePattern ofKind(Kind kind, List<Method> methods, List<Integer> codes) {
        return new MessagePattern(kind, methods, codes, List.of(), List.of(), "", message -> true);
    }

    /**
     * The same, to a request with one of these methods.
     *
     * @throws IllegalStateException if it is not {@link #response} that this began with: nothing else answers a request
     */
    public MessagePattern to(Method... answered) {
        if (kind != Kind.RESPONSE) {
            throw new IllegalStateException("a " + kind.word + " answers nothing: only a response is to a request");
        }
        return new MessagePattern(kind, Arrays.asList(answered), codes, present, absent, sentence, predicate);
    }

    /** The same, with this header, whatever it says; its value is for {@link #where} to ask. */
    public MessagePattern with(String header) {
        return new MessagePattern(
                kind, methods, codes, added(present, HeaderName.of(header)), absent, sentence, predicate);
    }

    /** The same, without this header. */
    public MessagePattern without(String header) {
        return new MessagePattern(
                kind, methods, codes, present, added(absent, HeaderName.of(header)), sentence, predicate);
    }

    /** The same, of which the predicate is true, in the words of the clause, which can follow "that". */
    public MessagePattern where(String clause, Predicate<SipMessage> also) {
        String both = sentence.isEmpty() ? clause : sentence + " and " + clause;
        return new MessagePattern(kind, methods, codes, present, absent, both, predicate.and(also));
    }

    private static List<HeaderName> added(List<HeaderName> names, HeaderName name) {
        List<HeaderName> more = new ArrayList<>(names);
        more.add(name);
        return more;
    }

    boolean matches(SipMessage message) {
        return isOfKind(message) && hasHeaders(message) && predicate.test(message);
    }

    private boolean isOfKind(SipMessage message) {
        if (message instanceof SipRequest request) {
            return kind != Kind.RESPONSE && (methods.isEmpty() || methods.contains(request.method()));
        }
        return kind != Kind.REQUEST
                && (methods.isEmpty() || methods.contains(message.sequenceMethod()))
                && (codes.isEmpty() || (message instanceof SipResponse response && codes.contains(response.status())));
    }

    private boolean hasHeaders(SipMessage message) {
        for (HeaderName name : present) {
            if (!message.has(name)) {
                return false;
            }
        }
        for (HeaderName name : absent) {
            if (!message.lacks(name)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a call with these facts may have such a message. */
    boolean isPossible(CallFacts facts) {
        boolean asked = switch (kind) {
            case REQUEST -> methods.isEmpty() || facts.tally().maySend(methods);
            case RESPONSE -> codes.isEmpty() || facts.tally().mayRespond(codes);
            case ANY -> true;
        };
        if (!asked) {
            return false;
        }
        for (HeaderName name : present) {
            if (!facts.tally().anywhere().mayHave(name)) {
                return false;
            }
        }
        for (HeaderName name : absent) {
            boolean inRequests =
                    kind == Kind.RESPONSE || facts.tally().inEveryRequest().has(name);
            boolean inResponses =
                    kind == Kind.REQUEST || facts.tally().inEveryResponse().has(name);
            if (inRequests && inResponses) {
                return false;
            }
        }
        return true;
    }

    /** The pattern as a noun with its article. */
    String describe() {
        StringBuilder text = new StringBuilder();
        if (kind == Kind.REQUEST && !methods.isEmpty()) {
            text.append(Sentences.either(methods.stream().map(Method::name).toList()))
                    .append(' ');
        } else if (!codes.isEmpty()) {
            text.append(Sentences.either(codes)).append(' ');
        }
        text.append(kind.word);
        if (kind != Kind.REQUEST && !methods.isEmpty()) {
            text.append(" to ")
                    .append(Sentences.either(methods.stream().map(Method::name).toList()));
        }
        present.forEach(name -> text.append(" with ").append(name.canonical()));
        absent.forEach(name -> text.append(" without ").append(name.canonical()));
        if (!sentence.isEmpty()) {
            text.append(" that ").append(sentence);
        }
        return text.toString();
    }
}
