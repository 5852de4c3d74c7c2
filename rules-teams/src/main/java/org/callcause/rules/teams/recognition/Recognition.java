package org.callcause.rules.teams.recognition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.SipMessage;

/** Finds Microsoft's endpoints among those of a call. */
final class Recognition {

    /** The first messages say who takes part; a long call says nothing new. */
    private static final int MESSAGES_LOOKED_AT = 24;

    private Recognition() {}

    /** The hosts of Microsoft's proxies, empty if none is seen. */
    static Set<String> microsoftHosts(Call call) {
        List<TrackedMessage> messages = call.messages();
        List<TrackedMessage> first = messages.subList(0, Math.min(messages.size(), MESSAGES_LOOKED_AT));
        // Something else may live in Microsoft's ranges: the messages have to speak of the proxy.
        if (!speaksOfProxy(first)) {
            return Set.of();
        }
        Set<String> known = first.stream()
                .flatMap(message -> Stream.of(message.from(), message.to()))
                .map(Endpoint::host)
                .filter(ProxyMarks::isProxyHost)
                .collect(Collectors.toUnmodifiableSet());
        return known.isEmpty() ? byWords(first) : known;
    }

    /** Asked of every call that a rule of this pack may concern, and of most the only thing: hence without streams. */
    private static boolean speaksOfProxy(List<TrackedMessage> messages) {
        for (int i = 0; i < messages.size(); i++) {
            SipMessage message = messages.get(i).message();
            if (ProxyMarks.isMadeByProxy(message)
                    || ProxyMarks.isAddressedToProxy(message)
                    || ProxyMarks.operators(message).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where addresses say nothing, the sender of what the proxy wrote. A proxy on the way sends the same words on, so the
     * sighting nearest the author counts: the fewest Via values of a request, the most of a response.
     */
    private static Set<String> byWords(List<TrackedMessage> messages) {
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (TrackedMessage message : messages) {
            if (message.from().isKnown() && ProxyMarks.isMadeByProxy(message.message())) {
                int vias = message.message().vias().size();
                distances.merge(message.from().host(), message.isRequest() ? vias : -vias, Math::min);
            }
        }
        if (!distances.isEmpty()) {
            int nearest =
                    distances.values().stream().min(Comparator.naturalOrder()).get();
            return distances.entrySet().stream()
                    .filter(entry -> entry.getValue() == nearest)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
        Optional<TrackedMessage> addressed = messages.stream()
                .filter(message -> message.to().isKnown())
                .filter(message -> ProxyMarks.isAddressedToProxy(message.message()))
                .max(Comparator.comparingInt(message -> message.message().vias().size()));
        return addressed.map(message -> Set.of(message.to().host())).orElse(Set.of());
    }
}
