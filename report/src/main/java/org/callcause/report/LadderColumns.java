package org.callcause.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.SipMessage;

/**
 * Gives each endpoint of a call its column. A host with several ports, as clients of TCP have, is one column unless it
 * talks to itself. Where the source names no endpoints, the tags of the dialog tell the two sides apart.
 */
final class LadderColumns {

    private static final String CALLING_SIDE = "calling side";
    private static final String CALLED_SIDE = "called side";

    private final boolean byHost;
    private final String callerTag;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> ports = new HashMap<>();

    private LadderColumns(boolean byHost, String callerTag) {
        this.byHost = byHost;
        this.callerTag = callerTag;
    }

    static LadderColumns of(Call call, List<TrackedMessage> messages) {
        boolean talksToItself = messages.stream()
                .anyMatch(message -> message.from().isKnown()
                        && message.from().host().equals(message.to().host()));
        String callerTag = call.initialRequest()
                .or(() -> messages.stream().findFirst())
                .flatMap(message -> message.message().fromTag())
                .orElse("");
        LadderColumns columns = new LadderColumns(!talksToItself, callerTag);
        for (TrackedMessage message : messages) {
            columns.enter(message, sentByCaller(message, callerTag));
        }
        return columns;
    }

    private void enter(TrackedMessage message, boolean byCaller) {
        if (byCaller) {
            enter(message.from(), CALLING_SIDE);
            enter(message.to(), CALLED_SIDE);
        } else {
            enter(message.to(), CALLING_SIDE);
            enter(message.from(), CALLED_SIDE);
        }
    }

    private void enter(Endpoint endpoint, String side) {
        columns.putIfAbsent(key(endpoint, side), columns.size());
        ports.computeIfAbsent(endpoint.host(), host -> new HashSet<>()).add(endpoint.port());
    }

    int from(TrackedMessage message) {
        return column(message.from(), sentByCaller(message, callerTag) ? CALLING_SIDE : CALLED_SIDE);
    }

    int to(TrackedMessage message) {
        return column(message.to(), sentByCaller(message, callerTag) ? CALLED_SIDE : CALLING_SIDE);
    }

    private int column(Endpoint endpoint, String side) {
        return columns.getOrDefault(key(endpoint, side), 0);
    }

    private String key(Endpoint endpoint, String side) {
        if (!endpoint.isKnown()) {
            return side;
        }
        return byHost ? endpoint.host() : endpoint.toString();
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String key : columns.keySet()) {
            Set<Integer> seen = ports.getOrDefault(key, Set.of());
            boolean onePort = byHost && seen.size() == 1;
            names.add(onePort ? new Endpoint(key, seen.iterator().next()).toString() : key);
        }
        return names;
    }

    /** A response carries the tags of its request, so it goes the other way. */
    private static boolean sentByCaller(TrackedMessage tracked, String callerTag) {
        SipMessage message = tracked.message();
        boolean requestOfCaller = message.fromTag().orElse("").equals(callerTag);
        return tracked.isRequest() == requestOfCaller;
    }
}
