package org.callcause.call;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.FailedConnection;
import org.callcause.message.SipRequest;

/**
 * The connections that failed lately, by the host that tried, until the calls ask which were for them. Those of the hosts
 * unheard of for the longest make room.
 */
final class ConnectionSightings {

    private static final int MOST_HOSTS = 4_096;
    private static final int MOST_OF_A_HOST = 64;
    private static final int MOST_OF_A_CALL = 16;

    private final Map<String, Deque<FailedConnection>> byClient = new LinkedHashMap<>();

    void add(FailedConnection failure) {
        String client = failure.client().host();
        Deque<FailedConnection> ofClient = byClient.remove(client);
        if (ofClient == null) {
            ofClient = new ArrayDeque<>(1);
        }
        byClient.put(client, ofClient);
        ofClient.add(failure);
        if (ofClient.size() > MOST_OF_A_HOST) {
            ofClient.remove();
        }
        if (byClient.size() > MOST_HOSTS) {
            Iterator<String> oldest = byClient.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Those of hosts that took a request of these messages, in the time from the first to the last of them. */
    List<FailedConnection> of(List<CapturedMessage> messages) {
        if (byClient.isEmpty()) {
            return List.of();
        }
        LongSummaryStatistics times = messages.stream()
                .filter(CapturedMessage::hasTime)
                .mapToLong(CapturedMessage::nanos)
                .summaryStatistics();
        if (times.getCount() == 0) {
            return List.of();
        }
        Instant begin = EpochNanos.toInstant(times.getMin());
        Instant end = EpochNanos.toInstant(times.getMax());
        return messages.stream()
                .filter(captured -> captured.message() instanceof SipRequest)
                .map(captured -> captured.to().host())
                .collect(Collectors.toSet())
                .stream()
                .map(host -> byClient.getOrDefault(host, new ArrayDeque<>(0)))
                .flatMap(Collection::stream)
                .filter(failure ->
                        !failure.last().isBefore(begin) && !failure.first().isAfter(end))
                .limit(MOST_OF_A_CALL)
                .toList();
    }
}
