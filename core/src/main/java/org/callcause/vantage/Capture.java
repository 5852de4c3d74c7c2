package org.callcause.vantage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transport;

/** The messages of one capture by what names them. */
final class Capture {

    private final Map<MessageKey, List<TrackedMessage>> messages = new LinkedHashMap<>();
    private final Set<MessageKey> answered = new HashSet<>();
    private final Set<Transport> transports = EnumSet.noneOf(Transport.class);
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Capture(List<Call> calls) {
        for (Call call : calls) {
            for (TrackedMessage message : call.messages()) {
                if (message.hasTime()
                        && message.from().isKnown()
                        && message.to().isKnown()) {
                    MessageKey key = MessageKey.of(message);
                    messages.computeIfAbsent(key, any -> new ArrayList<>(1)).add(message);
                    transports.add(message.transport());
                    if (!message.isRequest()) {
                        answered.add(key.ofTransaction());
                    }
                    first = Math.min(first, message.nanos());
                    last = Math.max(last, message.nanos());
                }
            }
        }
    }

    Map<MessageKey, List<TrackedMessage>> messages() {
        return messages;
    }

    List<TrackedMessage> of(MessageKey key) {
        return messages.getOrDefault(key, List.of());
    }

    /** Whether any response to the request of this transaction was seen. */
    boolean hasResponse(MessageKey transaction) {
        return answered.contains(transaction);
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
