package org.callcause.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a call can concern at all, by the most selective key of each rule's trigger, so that many rules cost a
 * call that they do not concern nothing to speak of.
 */
final class RuleIndex {

    private final Map<Integer, List<Rule>> byStatus = new HashMap<>();
    private final Map<Integer, List<Rule>> byStatusClass = new HashMap<>();
    private final Map<Disposition.Kind, List<Rule>> byKind = new EnumMap<>(Disposition.Kind.class);
    private final List<Rule> others = new ArrayList<>();

    RuleIndex(List<Rule> rules) {
        for (Rule rule : rules) {
            place(rule);
        }
    }

    private void place(Rule rule) {
        Keys keys = Keys.of(rule.trigger());
        if (keys == null) {
            others.add(rule);
            return;
        }
        keys.statuses().forEach(status -> add(byStatus, status, rule));
        keys.statusClasses().forEach(statusClass -> add(byStatusClass, statusClass, rule));
        keys.kinds().forEach(kind -> add(byKind, kind, rule));
    }

    private static <K> void add(Map<K, List<Rule>> map, K key, Rule rule) {
        map.computeIfAbsent(key, absent -> new ArrayList<>()).add(rule);
    }

    /** The rules that may apply, each once. */
    Iterable<Rule> candidates(Call call) {
        int status = call.finalStatus();
        List<Rule> ofStatus = byStatus.getOrDefault(status, List.of());
        List<Rule> ofClass = byStatusClass.getOrDefault(status / 100, List.of());
        List<Rule> ofKind = byKind.getOrDefault(call.disposition().kind(), List.of());
        if (ofStatus.isEmpty() && ofClass.isEmpty() && ofKind.isEmpty()) {
            return others;
        }
        Set<Rule> candidates = new LinkedHashSet<>(ofStatus);
        candidates.addAll(ofClass);
        candidates.addAll(ofKind);
        candidates.addAll(others);
        return candidates;
    }

    /** The keys of which a call must have at least one for the trigger to match; null when any call may match. */
    private record Keys(Set<Integer> statuses, Set<Integer> statusClasses, Set<Disposition.Kind> kinds) {

        static @Nullable Keys of(Trigger trigger) {
            if (trigger instanceof Trigger.Status status) {
                return new Keys(Set.copyOf(status.codes()), Set.of(), Set.of());
            }
            if (trigger instanceof Trigger.StatusClass statusClass) {
                return new Keys(Set.of(), Set.of(statusClass.statusClass()), Set.of());
            }
            if (trigger instanceof Trigger.Ended ended) {
                return new Keys(Set.of(), Set.of(), Set.of(ended.kind()));
            }
            if (trigger instanceof Trigger.And and) {
                return narrower(of(and.first()), of(and.second()));
            }
            if (trigger instanceof Trigger.Or or) {
                return united(of(or.first()), of(or.second()));
            }
            return null;
        }

        private static @Nullable Keys narrower(@Nullable Keys one, @Nullable Keys other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.breadth() <= other.breadth() ? one : other;
        }

        private static @Nullable Keys united(@Nullable Keys one, @Nullable Keys other) {
            if (one == null || other == null) {
                return null;
            }
            return new Keys(
                    union(one.statuses, other.statuses),
                    union(one.statusClasses, other.statusClasses),
                    union(one.kinds, other.kinds));
        }

        /** A class of codes is taken for as broad as a hundred codes, an outcome for as broad as three. */
        private int breadth() {
            return statuses.size() + 100 * statusClasses.size() + 3 * kinds.size();
        }

        private static <T> Set<T> union(Set<T> one, Set<T> other) {
            Set<T> all = new LinkedHashSet<>(one);
            all.addAll(other);
            return Set.copyOf(all);
        }
    }
}
