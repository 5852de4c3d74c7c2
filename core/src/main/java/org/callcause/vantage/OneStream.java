package org.callcause.vantage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;

/**
 * The messages of several captures as one that saw them all would have them: each once, by the clock and with the addresses
 * of the capture that comes first. How often a message was sent is told by the capture that saw the most.
 */
final class OneStream {

    private final Map<MessageKey, List<CapturedMessage>> kept = new HashMap<>();
    private final List<CapturedMessage> messages = new ArrayList<>();
    private final Map<Long, Long> standsFor = new HashMap<>();

    /** Takes the messages of one capture, whose clock is so far ahead of the first one's. */
    void add(List<CapturedMessage> capture, long ahead) {
        Map<MessageKey, List<CapturedMessage>> seen = new LinkedHashMap<>();
        for (CapturedMessage message : capture) {
            seen.computeIfAbsent(MessageKey.of(message), any -> new ArrayList<>(1))
                    .add(message);
        }
        Map<Endpoint, Endpoint> names = new HashMap<>();
        List<CapturedMessage> fresh = new ArrayList<>();
        seen.forEach((key, here) -> {
            List<CapturedMessage> free = new ArrayList<>(kept.getOrDefault(key, List.of()));
            for (int i = 0; i < here.size(); i++) {
                CapturedMessage message = here.get(i);
                // The copies that are too many are the earliest: what was sent again because nothing came through.
                if (free.size() < here.size() - i) {
                    fresh.add(message);
                } else {
                    CapturedMessage same = free.remove(nearest(free, message.nanos() - ahead));
                    standsFor.put(message.index(), same.index());
                    learn(names, message.from(), same.from());
                    learn(names, message.to(), same.to());
                }
            }
        });
        for (CapturedMessage message : fresh) {
            CapturedMessage moved = message.seenAs(
                    message.nanos() - ahead,
                    names.getOrDefault(message.from(), message.from()),
                    names.getOrDefault(message.to(), message.to()));
            messages.add(moved);
            kept.computeIfAbsent(MessageKey.of(message), any -> new ArrayList<>(1))
                    .add(moved);
        }
    }

    private static int nearest(List<CapturedMessage> free, long nanos) {
        int nearest = 0;
        for (int i = 1; i < free.size(); i++) {
            if (Math.abs(free.get(i).nanos() - nanos)
                    < Math.abs(free.get(nearest).nanos() - nanos)) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Behind a NAT one end has two addresses. Where it would have three, nothing is sure. */
    private static void learn(Map<Endpoint, Endpoint> names, Endpoint here, Endpoint first) {
        Endpoint known = names.putIfAbsent(here, first);
        if (known != null && !known.equals(first)) {
            names.put(here, here);
        }
    }

    /** In the order of their times. */
    List<CapturedMessage> messages() {
        return messages.stream()
                .sorted(Comparator.comparingLong(CapturedMessage::nanos).thenComparingLong(CapturedMessage::index))
                .toList();
    }

    /** The number of the message that stands for this one. */
    long shownAs(CapturedMessage message) {
        return standsFor.getOrDefault(message.index(), message.index());
    }
}
