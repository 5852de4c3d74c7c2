package org.callcause.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.Transport;

/**
 * Puts the failed connections of one input together: equal ones of one client, and beyond some clients those of one server that
 * fail alike, so that a server that refuses all its phones is one line; and leaves out what is nobody's fault.
 */
final class FailedConnections {

    private static final int MOST_HOSTS = 8192;
    private static final int MOST_WAYS = 512;
    private static final int MOST_TOLD = 64;

    /** A host that fails at more ports of one server, or at more servers, looks for one that is open. */
    private static final int MOST_PORTS = 3;

    private static final int MOST_SERVERS = 16;

    /** A phone or a server that is refused tries again; who only looks for open ports does not. */
    private static final int TRIED_IN_EARNEST = 3;

    private static final int SIP_PORT = 5060;
    private static final int SIPS_PORT = 5061;

    /** By server; the oldest first. */
    private final Map<Endpoint, List<FailedWay>> byServer = new LinkedHashMap<>();
    /** The hosts of all clients and servers, and whether they are known to speak SIP. */
    private final Map<String, Boolean> speakSip = new HashMap<>();

    private int ways;

    /**
     * Takes a failure.
     *
     * @param spoke whether a host has sent or received SIP lately
     */
    void add(FailedConnection failure, Predicate<String> spoke) {
        note(failure.client().host(), spoke);
        note(failure.server().host(), spoke);
        List<FailedWay> known = byServer.getOrDefault(failure.server(), List.of());
        Optional<FailedWay> same =
                known.stream().filter(way -> way.isOf(failure)).findFirst();
        if (same.isPresent()) {
            same.get().add(failure);
        } else if (ways < MOST_WAYS || makesRoom()) {
            ways++;
            FailedWay way = new FailedWay(failure);
            way.add(failure);
            byServer.computeIfAbsent(failure.server(), any -> new ArrayList<>(1))
                    .add(way);
        }
    }

    private void note(String host, Predicate<String> spoke) {
        if (speakSip.size() < MOST_HOSTS) {
            speakSip.computeIfAbsent(host, spoke::test);
        }
    }

    /** Forgets the oldest server that only hosts have tried which do not speak SIP: whoever looks for open ports finds many. */
    private boolean makesRoom() {
        Iterator<List<FailedWay>> oldest = byServer.values().iterator();
        while (oldest.hasNext()) {
            List<FailedWay> ofServer = oldest.next();
            if (ofServer.stream().noneMatch(way -> way.hasClient(this::speaksSip))) {
                ways -= ofServer.size();
                oldest.remove();
                return true;
            }
        }
        return false;
    }

    /** Learns of a message. */
    void message(CapturedMessage message) {
        if (speakSip.isEmpty()) {
            return;
        }
        Endpoint from = message.from();
        Endpoint to = message.to();
        speakSip.replace(from.host(), true);
        speakSip.replace(to.host(), true);
        if (message.transport() == Transport.UDP && message.hasTime()) {
            // What is too long for UDP is sent by UDP all the same where TCP is refused (RFC 3261 18.1.1).
            byServer.getOrDefault(to, List.of())
                    .forEach(way -> way.avoided(new Endpoint(from.host(), 0), message.time()));
        }
    }

    /**
     * Learns that a client reached a server.
     *
     * @param secured whether by a TLS session
     */
    void connected(Instant time, Endpoint client, Endpoint server, boolean secured) {
        if (!byServer.isEmpty()) {
            for (FailedWay way : byServer.getOrDefault(server, List.of())) {
                way.reached(client, time, secured);
            }
        }
    }

    /**
     * What is worth telling, the most frequent first. No more may be added afterwards.
     *
     * @param withSip whether the input holds messages
     */
    List<FailedConnection> told(boolean withSip) {
        List<FailedConnection> all = byServer.values().stream()
                .flatMap(List::stream)
                .flatMap(way -> way.told().stream().filter(failure -> !withSip || isInEarnest(failure, way)))
                .toList();
        Set<Endpoint> searching = searching(all);
        return all.stream()
                .filter(failure -> failure.clients() > 1 || !searching.contains(failure.client()))
                .sorted(Comparator.comparing(FailedConnection::count)
                        .reversed()
                        .thenComparing(FailedConnection::first)
                        .thenComparing(failure -> failure.server().toString()))
                .limit(MOST_TOLD)
                .toList();
    }

    /**
     * Beside real traffic: hosts of which nobody hears SIP must try more than once or twice, where SIP is at home, or judge a
     * certificate. Many whose TLS a server refuses are more likely its own.
     */
    private boolean isInEarnest(FailedConnection failure, FailedWay way) {
        int port = failure.server().port();
        boolean atHome = port == SIP_PORT || port == SIPS_PORT || speaksSip(failure.server());
        boolean judges = failure.alert().filter(TlsAlert::refusesCertificate).isPresent() && !failure.isEndedByServer();
        boolean refusesMany = failure.clients() > 1 && failure.kind().isOfTls() && failure.isEndedByServer();
        boolean ofSip = failure.clients() == 1 ? speaksSip(failure.client()) : way.hasClient(this::speaksSip);
        return ofSip || judges || refusesMany || (atHome && isRepeated(failure.count(), failure.clients()));
    }

    private static boolean isRepeated(long count, long different) {
        return count >= TRIED_IN_EARNEST * different;
    }

    private boolean speaksSip(Endpoint client) {
        return speakSip.getOrDefault(client.host(), false);
    }

    /** Those who try port after port, or server after server, hardly more than once, and none of which speaks SIP. */
    private Set<Endpoint> searching(List<FailedConnection> all) {
        Map<Endpoint, List<FailedConnection>> byClient = all.stream()
                .filter(failure -> failure.clients() == 1 && !failure.kind().isOfTls())
                .collect(Collectors.groupingBy(FailedConnection::client));
        return byClient.entrySet().stream()
                .filter(entry -> isSearch(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isSearch(List<FailedConnection> failures) {
        Map<String, Long> ports = failures.stream()
                .collect(Collectors.groupingBy(failure -> failure.server().host(), Collectors.counting()));
        boolean many = ports.size() > MOST_SERVERS || ports.values().stream().anyMatch(count -> count > MOST_PORTS);
        long tried = failures.stream().mapToLong(FailedConnection::count).sum();
        return many
                && !isRepeated(tried, failures.size())
                && failures.stream().noneMatch(failure -> speaksSip(failure.client()) && speaksSip(failure.server()));
    }
}
