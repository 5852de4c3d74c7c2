package org.callcause.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/** Draws from calls the few facts that incident rules work with, fewest from healthy ones. Safe for use by several threads. */
public final class CallDistillation {

    private static final long SECOND = 1_000_000_000;

    private final SameEndpoints peers = new SameEndpoints();

    /** For a stream of calls, or for several whose calls belong together. */
    public CallDistillation() {}

    /** What is to be kept with a call that begins with this message: nothing unless it is its INVITE. */
    public Optional<?> begins(CapturedMessage first) {
        if (!(first.message() instanceof SipRequest request && request.isInitialInvite())) {
            return Optional.empty();
        }
        return Optional.of(parties(first.message(), first.from(), first.to()));
    }

    /**
     * A call that was answered just now.
     *
     * @param kept what {@link #begins} said of it
     * @param first the first message of the call
     * @param answer its first 2xx response, which has a time
     */
    public AnsweredCall answered(Optional<?> kept, CapturedMessage first, CapturedMessage answer) {
        long started = first.hasTime() ? first.nanos() : answer.nanos();
        if (kept.orElse(null) instanceof CallParties begun) {
            return new AnsweredCall(started, answer.nanos(), between(begun, begun.source(), answer.from()));
        }
        boolean request = first.message() instanceof SipRequest;
        return new AnsweredCall(
                started, answer.nanos(), parties(first.message(), request ? first.from() : first.to(), answer.from()));
    }

    private CallParties parties(SipMessage naming, Endpoint source, Endpoint peer) {
        return new CallParties(naming.partyNames(), source, peers.same(peer));
    }

    /** Most calls are between the ends that their beginning named. */
    private CallParties between(CallParties begun, Endpoint source, Endpoint peer) {
        return begun.source().equals(source) && begun.peer().equals(peer)
                ? begun
                : begun.between(source, peers.same(peer));
    }

    /**
     * A call that is over.
     *
     * @param disposition how it ended, as refined by the diagnosis
     * @param diagnosis the best reading of it
     * @return nothing where the capture gave no times
     */
    public Optional<EndedCall> ended(Call call, Disposition disposition, Optional<Diagnosis> diagnosis) {
        List<TrackedMessage> messages = call.messages();
        if (messages.isEmpty() || !messages.get(0).hasTime()) {
            return Optional.empty();
        }
        Transaction decisive = call.decisiveAttempt().orElse(null);
        TrackedMessage last = call.finalResponse().orElse(null);
        long end = messages.get(messages.size() - 1).nanos();
        CallMoments moments = new CallMoments(
                messages.get(0).nanos(),
                last == null ? end : last.nanos(),
                end,
                call.postDialDelayNanos(),
                call.ringTimeNanos(),
                call.talkTimeNanos(),
                sessionInterval(last));
        boolean answered = disposition.kind() == Disposition.Kind.ANSWERED;
        boolean plain = answered
                && call.attempts().size() == 1
                && !call.has(Trait.SEVERAL_HOPS)
                && call.earlierRefusal().isEmpty();
        CallParties parties = parties(call, call.caller(), peer(call, decisive));
        return Optional.of(new EndedCall(
                call.leg().callId(),
                call.firstIndex(),
                call.method(),
                parties,
                moments,
                disposition.kind(),
                call.finalStatus(),
                disposition.endedBy(),
                diagnosis.isEmpty() ? Optional.empty() : diagnosis.map(CallReading::of),
                plain ? CallSigns.NONE : signs(call, last),
                false));
    }

    private CallParties parties(Call call, Endpoint source, Endpoint peer) {
        CallParties begun = call.kept(CallParties.class).orElse(null);
        return begun == null ? parties(naming(call), source, peer) : between(begun, source, peer);
    }

    private static SipMessage naming(Call call) {
        return call.initialRequest().orElse(call.messages().get(0)).message();
    }

    private static Endpoint peer(Call call, @Nullable Transaction decisive) {
        if (decisive == null) {
            return call.nextHop();
        }
        List<Hop> hops = decisive.hops();
        if (hops.size() == 1) {
            return hops.get(0).to();
        }
        return call.furthestFinalResponse()
                .map(TrackedMessage::from)
                .orElseGet(() -> hops.get(hops.size() - 1).to());
    }

    private static long sessionInterval(@Nullable TrackedMessage answer) {
        long seconds = answer == null || answer.status() / 100 != 2
                ? CallMoments.ABSENT
                : answer.message().sessionInterval();
        return seconds == CallMoments.ABSENT ? CallMoments.ABSENT : Math.min(seconds, Integer.MAX_VALUE) * SECOND;
    }

    private static CallSigns signs(Call call, @Nullable TrackedMessage last) {
        int credentials = 0;
        int retransmissions = 0;
        List<CallSigns.Route> routes = new ArrayList<>(0);
        for (Transaction attempt : call.attempts()) {
            SipMessage request = attempt.request().map(TrackedMessage::message).orElse(null);
            if (request != null
                    && (request.has(HeaderName.AUTHORIZATION) || request.has(HeaderName.PROXY_AUTHORIZATION))) {
                credentials++;
            }
            List<Hop> hops = attempt.hops();
            for (Hop hop : hops) {
                retransmissions += hop.requestRetransmissions();
                if ((hops.size() > 1 || call.attempts().size() > 1) && isTried(hop)) {
                    routes.add(route(hop));
                }
            }
        }
        return new CallSigns(
                call.initialRequest()
                        .flatMap(request -> request.message().userAgent())
                        .orElse(""),
                last == null
                        ? CallSigns.ABSENT
                        : last.message()
                                .retryAfter()
                                .map(retry -> retry.seconds())
                                .orElse(CallSigns.ABSENT),
                call.method().equals(Method.REGISTER) ? registeredFor(call, last) : CallSigns.ABSENT,
                call.attempts().size(),
                credentials,
                retransmissions,
                routes,
                call.earlierRefusal());
    }

    /** Of a hop whose ACK alone was captured nothing is known: what it acknowledges came before the capture began. */
    private static boolean isTried(Hop hop) {
        return hop.request().isPresent() || !hop.responses().isEmpty();
    }

    private static CallSigns.Route route(Hop hop) {
        TrackedMessage last = hop.finalResponse().orElse(null);
        boolean rang =
                hop.responses().stream().anyMatch(response -> response.status() == 180 || response.status() == 183);
        return new CallSigns.Route(
                hop.from(),
                hop.to(),
                last == null ? 0 : last.status(),
                rang,
                hop.messages().get(0).nanos(),
                last == null ? CallSigns.ABSENT : last.nanos());
    }

    /** The longest that the 200 grants any contact (RFC 3261 10.3): without contacts, there are no bindings left. */
    private static long registeredFor(Call call, @Nullable TrackedMessage answer) {
        if (answer == null || answer.status() / 100 != 2) {
            return CallSigns.ABSENT;
        }
        SipMessage granted = answer.message();
        boolean asked = call.initialRequest()
                .map(request -> request.message().has(HeaderName.CONTACT))
                .orElse(false);
        if (!asked) {
            return CallSigns.ABSENT;
        }
        long longest = 0;
        for (NameAddress contact : granted.contacts()) {
            long seconds = contact.parameters()
                    .value("expires")
                    .map(CallDistillation::seconds)
                    .orElse(granted.expires().orElse(CallSigns.ABSENT));
            if (seconds == CallSigns.ABSENT) {
                return CallSigns.ABSENT;
            }
            longest = Math.max(longest, seconds);
        }
        return longest;
    }

    private static long seconds(String digits) {
        try {
            return Math.max(0, Long.parseLong(digits.strip()));
        } catch (NumberFormatException unreadable) {
            return CallSigns.ABSENT;
        }
    }
}
