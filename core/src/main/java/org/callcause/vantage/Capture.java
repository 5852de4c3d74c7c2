package org.callcause.vantage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.message.SipResponse;

/** The messages of one capture by what names them. */
final class Capture {

    private static final String ACK = Method.ACK.name();

    private final Map<MessageKey, List<CapturedMessage>> messages = new LinkedHashMap<>();
    private final Map<MessageKey, List<CapturedMessage>> onAnyHop = new HashMap<>();
    private final Map<String, List<CapturedMessage>> calls = new HashMap<>();
    private final Set<MessageKey> answered = new HashSet<>();
    private final Set<MessageKey> repeated = new HashSet<>();
    private final Set<Transport> transports = EnumSet.noneOf(Transport.class);
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Capture(List<CapturedMessage> all) {
        for (CapturedMessage message : all) {
            String callId = message.message().callId().orElse("");
            calls.computeIfAbsent(callId, any -> new ArrayList<>()).add(message);
            if (message.hasTime() && message.from().isKnown() && message.to().isKnown() && !callId.isEmpty()) {
                MessageKey key = MessageKey.of(message);
                messages.computeIfAbsent(key, any -> new ArrayList<>(1)).add(message);
                onAnyHop.computeIfAbsent(key.onAnyHop(), any -> new ArrayList<>(1))
                        .add(message);
                transports.add(message.transport());
                if (message.message() instanceof SipResponse response) {
                    answered.add(key.ofTransaction());
                    if (response.status() >= 200 && of(key).size() > 1) {
                        repeated.add(key.onAnyHop(ACK));
                    }
                }
                first = Math.min(first, message.nanos());
                last = Math.max(last, message.nanos());
            }
        }
    }

    /** By the keys of one hop. */
    Map<MessageKey, List<CapturedMessage>> messages() {
        return messages;
    }

    /** By {@link MessageKey#onAnyHop()}. */
    Map<MessageKey, List<CapturedMessage>> messagesOnAnyHop() {
        return onAnyHop;
    }

    List<CapturedMessage> of(MessageKey key) {
        return messages.getOrDefault(key, List.of());
    }

    /** All messages with this Call-ID, in their order. */
    List<CapturedMessage> ofCall(String callId) {
        return calls.getOrDefault(callId, List.of());
    }

    /** Whether any response to the request of this transaction was seen. */
    boolean hasResponse(MessageKey transaction) {
        return answered.contains(transaction);
    }

    /** Whether the ACK to an INVITE was seen on any hop. */
    boolean hasAck(MessageKey invite) {
        return onAnyHop.containsKey(invite.onAnyHop(ACK));
    }

    /** Whether the final response that this ACK is for was sent again, as if the ACK had not come. */
    boolean isMissed(MessageKey ack) {
        return repeated.contains(ack.onAnyHop());
    }

    /** Whether anything came by this transport, which a filter may have kept out. */
    boolean has(Transport transport) {
        return transports.contains(transport);
    }

    /** Whether it was running then, with so much before and after. */
    boolean covers(long nanos, long margin) {
        return first + margin <= nanos && nanos <= last - margin;
    }
}
