package org.callcause.call;

import java.util.HashMap;
import java.util.Map;
import org.callcause.message.CallId;
import org.jspecify.annotations.Nullable;

/** The calls that are open, by Call-ID and in the order of their first message. */
final class OpenCalls {

    private final Map<CallId, OpenCall> calls = new HashMap<>();
    private final Map<CallId, OpenCall> registrations = new HashMap<>();
    private final Map<CallId, OpenCall> others = new HashMap<>();
    private @Nullable OpenCall oldest;
    private @Nullable OpenCall newest;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    OpenCall find(CallId callId, CallGroup group) {
        return of(group).get(callId);
    }

    @Nullable
    OpenCall oldest() {
        return oldest;
    }

    void add(OpenCall call) {
        of(call.group()).put(call.callId(), call);
        call.older = newest;
        if (newest == null) {
            oldest = call;
        } else {
            newest.newer = call;
        }
        newest = call;
        size++;
    }

    void remove(OpenCall call) {
        of(call.group()).remove(call.callId());
        OpenCall before = call.older;
        OpenCall after = call.newer;
        if (before == null) {
            oldest = after;
        } else {
            before.newer = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.older = before;
        }
        size--;
    }

    private Map<CallId, OpenCall> of(CallGroup group) {
        return switch (group) {
            case CALL -> calls;
            case REGISTRATION -> registrations;
            case OTHER -> others;
        };
    }
}
