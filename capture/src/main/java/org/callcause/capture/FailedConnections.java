package org.callcause.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.FailedConnection.Kind;

/**
 * Puts the failed connections of one input together: equal ones of one client, and beyond some clients those of one server that
 * fail alike, so that a server that refuses all its phones, or strangers who try its port, are one line.
 */
final class FailedConnections {

    private static final int MOST_CLIENTS_BY_THEMSELVES = 4;
    private static final int MOST_CLIENTS = 4096;
    private static final int MOST_WAYS = 512;
    private static final int MOST_TOLD = 64;

    /** A second attempt so soon is the work of the client, and nobody has noticed. */
    private static final Duration MADE_GOOD = Duration.ofSeconds(5);

    /** A host that is refused at more ports of one server, or by more servers, looks for one that is open. */
    private static final int MOST_PORTS = 3;

    private static final int MOST_SERVERS = 16;

    /** A phone or a server that is refused tries again; who only looks for open ports does not. */
    private static final int TRIED_IN_EARNEST = 3;

    /** Those of one server that failed in one way. */
    private static final class Way {
        private final Map<Endpoint, FailedConnection> byClient = new LinkedHashMap<>();
        private final Set<Endpoint> clients = new HashSet<>();
        private Optional<FailedConnection> all = Optional.empty();

        private void add(FailedConnection failure) {
            if (clients.size() < MOST_CLIENTS) {
                clients.add(failure.client());
            }
            all = Optional.of(joined(all, failure, clients.size()));
            if (clients.size() <= MOST_CLIENTS_BY_THEMSELVES) {
                byClient.merge(failure.client(), failure, (one, other) -> one.joinedWith(other, 1));
            }
        }

        private static FailedConnection joined(Optional<FailedConnection> before, FailedConnection more, int clients) {
            return before.map(one -> one.joinedWith(more, clients)).orElse(more);
        }

        private boolean isLike(FailedConnection failure) {
            return all.filter(one -> one.failsLike(failure)).isPresent();
        }

        private void opened(Endpoint client, Instant time, boolean secured) {
            byClient.computeIfPresent(client, (any, failure) -> reopened(failure, time, secured));
            if (clients.contains(client)) {
                all = all.map(failure -> reopened(failure, time, secured));
            }
        }

        private static FailedConnection reopened(FailedConnection failure, Instant time, boolean secured) {
            boolean madeGood = secured || !failure.kind().isOfTls();
            return madeGood && failure.laterOpened().isEmpty() ? failure.openedAt(time) : failure;
        }

        private List<FailedConnection> told() {
            return clients.size() > MOST_CLIENTS_BY_THEMSELVES ? all.stream().toList() : List.copyOf(byClient.values());
        }
    }

    private final Map<Endpoint, List<Way>> byServer = new HashMap<>();
    /** The hosts of all clients, and whether they are known to speak SIP. */
    private final Map<String, Boolean> speakSip = new HashMap<>();

    private int ways;

    /**
     * Takes a failure.
     *
     * @param speaksSip whether its client has sent or received SIP lately
     */
    void add(FailedConnection failure, boolean speaksSip) {
        if (speaksSip || speakSip.size() < MOST_CLIENTS) {
            speakSip.merge(failure.client().host(), speaksSip, Boolean::logicalOr);
        }
        List<Way> known = byServer.getOrDefault(failure.server(), List.of());
        Optional<Way> same = known.stream().filter(way -> way.isLike(failure)).findFirst();
        if (same.isPresent()) {
            same.get().add(failure);
        } else if (ways < MOST_WAYS) {
            ways++;
            Way way = new Way();
            way.add(failure);
            byServer.computeIfAbsent(failure.server(), any -> new ArrayList<>(1))
                    .add(way);
        }
    }

    /** Learns that two hosts exchanged a message. */
    void message(Endpoint from, Endpoint to) {
        if (!speakSip.isEmpty()) {
            speakSip.replace(from.host(), true);
            speakSip.replace(to.host(), true);
        }
    }

    /** Learns that a connection came about. */
    void connected(Instant time, Endpoint client, Endpoint server, boolean secured) {
        if (!byServer.isEmpty()) {
            byServer.getOrDefault(server, List.of()).forEach(way -> way.opened(client, time, secured));
        }
    }

    /**
     * What is worth telling, the most frequent first.
     *
     * @param withSip whether the input holds messages
     */
    List<FailedConnection> told(boolean withSip) {
        List<FailedConnection> all = byServer.values().stream()
                .flatMap(List::stream)
                .flatMap(way -> way.told().stream())
                .filter(failure -> !isMadeGood(failure) && !(withSip && isOfStrangers(failure)))
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

    private static boolean isMadeGood(FailedConnection failure) {
        return failure.laterOpened()
                .filter(time -> Duration.between(failure.first(), time).compareTo(MADE_GOOD) <= 0)
                .isPresent();
    }

    /**
     * Beside real traffic: hosts of which nobody hears but that a server refused them, hardly more than once. Many whose TLS it
     * refuses are more likely its own.
     */
    private boolean isOfStrangers(FailedConnection failure) {
        boolean refused = failure.kind() == Kind.REFUSED
                || (failure.kind().isOfTls() && failure.isEndedByServer() && failure.clients() == 1);
        return refused
                && failure.count() < TRIED_IN_EARNEST * failure.clients()
                && clientsOf(failure).noneMatch(client -> speakSip.getOrDefault(client.host(), false));
    }

    private Stream<Endpoint> clientsOf(FailedConnection failure) {
        return failure.clients() == 1
                ? Stream.of(failure.client())
                : byServer.getOrDefault(failure.server(), List.of()).stream()
                        .filter(way -> way.isLike(failure))
                        .flatMap(way -> way.clients.stream());
    }

    /** Those who try port after port, or server after server, and are refused: it is nobody's fault. */
    private static Set<Endpoint> searching(List<FailedConnection> all) {
        Map<Endpoint, List<FailedConnection>> byClient = all.stream()
                .filter(failure -> failure.clients() == 1 && failure.kind() == Kind.REFUSED)
                .collect(Collectors.groupingBy(FailedConnection::client));
        return byClient.entrySet().stream()
                .filter(entry -> isSearch(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isSearch(List<FailedConnection> refused) {
        Map<String, Long> ports = refused.stream()
                .collect(Collectors.groupingBy(failure -> failure.server().host(), Collectors.counting()));
        return ports.size() > MOST_SERVERS || ports.values().stream().anyMatch(count -> count > MOST_PORTS);
    }
}
