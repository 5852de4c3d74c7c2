package org.callcause.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.CallReport;

/** The calls that {@code --call-id} names, and what is near a name that no call has. */
final class WantedCalls {

    private static final int MOST_TOLD = 3;

    /** A part of a Call-ID that is shorter may be in any of them. */
    private static final int SHORTEST_PART = 4;

    private final Set<String> wanted;
    private final Map<String, Near> missing = new LinkedHashMap<>();

    /** The Call-IDs like one that is missing: a few of them, and how many there are. */
    private static final class Near {
        private final List<String> first = new ArrayList<>();
        private long all;

        void add(String callId) {
            if (first.contains(callId)) {
                return;
            }
            all++;
            if (first.size() < MOST_TOLD) {
                first.add(callId);
            }
        }

        String sentence(String callId) {
            String none = "no call has the Call-ID " + callId;
            if (all == 0) {
                return none + ", nor one like it";
            }
            if (all == 1) {
                return none + "; did you mean " + first.get(0) + "?";
            }
            String more = all > MOST_TOLD ? " and " + (all - MOST_TOLD) + " more" : "";
            return none + "; like it are " + String.join(", ", first) + more;
        }
    }

    /** All calls where the list is empty. */
    WantedCalls(List<String> callIds) {
        this.wanted = callIds.stream().map(String::strip).collect(Collectors.toSet());
        callIds.forEach(callId -> missing.put(callId.strip(), new Near()));
    }

    boolean areNamed() {
        return !wanted.isEmpty();
    }

    /** Whether the call is one of them. To be asked of every call, once. */
    boolean include(CallReport report) {
        if (wanted.isEmpty()) {
            return true;
        }
        List<String> callIds = report.call().callIds();
        callIds.forEach(this::compare);
        return callIds.stream().anyMatch(wanted::contains);
    }

    private void compare(String callId) {
        missing.remove(callId);
        missing.forEach((name, near) -> {
            if (isLike(name, callId)) {
                near.add(callId);
            }
        });
    }

    /** With or without its host, in another case, or a part of it. */
    private static boolean isLike(String name, String callId) {
        String one = name.toLowerCase(Locale.ROOT);
        String other = callId.toLowerCase(Locale.ROOT);
        return local(one).equals(local(other)) || holds(one, other) || holds(other, one);
    }

    private static String local(String callId) {
        int at = callId.indexOf('@');
        return at < 0 ? callId : callId.substring(0, at);
    }

    private static boolean holds(String whole, String part) {
        return part.length() >= SHORTEST_PART && whole.contains(part);
    }

    /** A sentence on each that no call has, in the order in which they were named. */
    List<String> missing() {
        return missing.entrySet().stream()
                .map(name -> name.getValue().sentence(name.getKey()))
                .toList();
    }
}
