package org.callcause.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSighting;

/** What was seen between sockets, in parts; the ways unheard of for the longest make room. */
final class PartsByWay<T extends MediaSighting> {

    /** An ordinary call has four. */
    private static final int MOST_IN_ALL = 65_536;

    /** Holds, pauses, keys and changes of codec; what comes beyond lengthens the last one. */
    private static final int MOST_OF_A_WAY = 64;

    private final BiPredicate<T, T> alike;
    private final BinaryOperator<T> joined;
    private final Duration pause;

    /** The longest unheard of first; of each its parts, in the order in which they began to be told. */
    private final LinkedHashMap<Way, List<T>> parts = new LinkedHashMap<>();

    private final Map<Endpoint, Set<Way>> ways = new HashMap<>();
    private int inAll;
    private boolean complete = true;

    /** Parts that are alike are joined unless this time lies between them. */
    PartsByWay(BiPredicate<T, T> alike, BinaryOperator<T> joined, Duration pause) {
        this.alike = alike;
        this.joined = joined;
        this.pause = pause;
    }

    void add(T seen) {
        Way way = Way.of(seen);
        List<T> known = parts.remove(way);
        if (known == null) {
            known = new ArrayList<>(1);
            ways.computeIfAbsent(way.from(), any -> new LinkedHashSet<>(2)).add(way);
            ways.computeIfAbsent(way.to(), any -> new LinkedHashSet<>(2)).add(way);
        }
        parts.put(way, known);
        int same = known.size() < MOST_OF_A_WAY
                ? last(known, part -> alike.test(part, seen) && isSoonAfter(seen, part))
                : last(known, part -> alike.test(part, seen));
        if (same >= 0) {
            known.set(same, joined.apply(known.get(same), seen));
        } else if (known.size() < MOST_OF_A_WAY) {
            known.add(seen);
            inAll++;
        } else {
            complete = false;
        }
        while (inAll > MOST_IN_ALL) {
            forgetOldest();
            complete = false;
        }
    }

    private static <T> int last(List<T> known, Predicate<T> which) {
        for (int i = known.size() - 1; i >= 0; i--) {
            if (which.test(known.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSoonAfter(T seen, T before) {
        return before.overlaps(seen.first().minus(pause), seen.last().plus(pause));
    }

    private void forgetOldest() {
        Iterator<Map.Entry<Way, List<T>>> entries = parts.entrySet().iterator();
        Map.Entry<Way, List<T>> oldest = entries.next();
        entries.remove();
        inAll -= oldest.getValue().size();
        forget(oldest.getKey().from(), oldest.getKey());
        forget(oldest.getKey().to(), oldest.getKey());
    }

    private void forget(Endpoint socket, Way way) {
        Set<Way> left = ways.get(socket);
        if (left != null && left.remove(way) && left.isEmpty()) {
            ways.remove(socket);
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether none had to make room, and all found some. */
    boolean isComplete() {
        return complete;
    }

    Stream<T> all() {
        return parts.values().stream().flatMap(List::stream);
    }

    List<T> of(Way way) {
        return parts.getOrDefault(way, List.of());
    }

    /** Those that begin or end at this socket. */
    Set<Way> ways(Endpoint socket) {
        return ways.getOrDefault(socket, Set.of());
    }
}
