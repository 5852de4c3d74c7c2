package org.callcause.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;

/** The connections to one server that failed in one way. */
final class FailedWay {

    private static final int MOST_CLIENTS_BY_THEMSELVES = 4;
    private static final int MOST_CLIENTS = 4096;

    /** A second attempt so soon is the work of the client, and nobody has noticed. */
    private static final Duration MADE_GOOD = Duration.ofSeconds(5);

    private final FailedConnection example;
    /** What each client has not made good yet. */
    private final Map<Endpoint, FailedConnection> pending = new LinkedHashMap<>();

    private final Map<Endpoint, FailedConnection> byClient = new LinkedHashMap<>();
    private final Set<Endpoint> clients = new HashSet<>();
    private Optional<FailedConnection> all = Optional.empty();

    FailedWay(FailedConnection example) {
        this.example = example;
    }

    boolean isOf(FailedConnection failure) {
        return example.failsLike(failure);
    }

    void add(FailedConnection failure) {
        if (pending.size() < MOST_CLIENTS || pending.containsKey(failure.client())) {
            pending.merge(failure.client(), failure, (one, other) -> one.joinedWith(other, 1));
        } else {
            settle(failure);
        }
    }

    /** Learns that a client reached the server, and whether by a TLS session. */
    void reached(Endpoint client, Instant time, boolean secured) {
        if (secured || !example.kind().isOfTls()) {
            avoided(client, time);
            Optional.ofNullable(pending.remove(client)).ifPresent(failed -> settle(failed.openedAt(time)));
        }
    }

    /** Learns that a client sent by another transport what it had to say. */
    void avoided(Endpoint client, Instant time) {
        FailedConnection failed = pending.get(client);
        if (failed != null && Duration.between(failed.first(), time).compareTo(MADE_GOOD) <= 0) {
            pending.remove(client);
        }
    }

    private void settle(FailedConnection failure) {
        if (clients.size() < MOST_CLIENTS) {
            clients.add(failure.client());
        }
        all = Optional.of(
                all.map(one -> one.joinedWith(failure, clients.size())).orElse(failure));
        if (clients.size() <= MOST_CLIENTS_BY_THEMSELVES) {
            byClient.merge(failure.client(), failure, (one, other) -> one.joinedWith(other, 1));
        }
    }

    /** Whether any client that has failed, and has not made it good at once, is one of these. */
    boolean hasClient(Predicate<Endpoint> which) {
        return pending.keySet().stream().anyMatch(which) || clients.stream().anyMatch(which);
    }

    /** What was not made good at once: of each client, or of all where there are many. No more may be added afterwards. */
    List<FailedConnection> told() {
        pending.values().forEach(this::settle);
        pending.clear();
        return clients.size() > MOST_CLIENTS_BY_THEMSELVES ? all.stream().toList() : List.copyOf(byClient.values());
    }
}
