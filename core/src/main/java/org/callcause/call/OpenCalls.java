package org.callcause.call;

import java.util.ArrayList;
import java.util.List;
import org.callcause.hashing.FingerprintMap;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are open, by Call-ID and in the order of their first message.
 *
 * <p>Two Call-IDs with one fingerprint of 64 bits are taken for the same: who could choose such a pair could as well send the
 * same Call-ID.
 */
final class OpenCalls {

    private final FingerprintMap<OpenCall> calls = new FingerprintMap<>();
    private final FingerprintMap<OpenCall> registrations = new FingerprintMap<>();
    private final FingerprintMap<OpenCall> others = new FingerprintMap<>();
    private @Nullable OpenCall oldest;
    private @Nullable OpenCall newest;
    private int size;

    /** How many are open. */
    int size() {
        return size;
    }

    /** The call whose Call-ID has this fingerprint. */
    @Nullable
    OpenCall find(long callId, CallGroup group) {
        return of(group).get(callId);
    }

    @Nullable
    OpenCall oldest() {
        return oldest;
    }

    /** Up to so many of them, the oldest first. */
    List<OpenCall> oldest(int most) {
        List<OpenCall> calls = new ArrayList<>(most);
        for (OpenCall call = oldest; call != null && calls.size() < most; call = call.newer) {
            calls.add(call);
        }
        return calls;
    }

    /** Adds a call; none of its Call-ID and group is there yet. */
    void add(OpenCall call) {
        of(call.group()).put(call.fingerprint(), call);
        call.older = newest;
        if (newest == null) {
            oldest = call;
        } else {
            newest.newer = call;
        }
        newest = call;
        size++;
    }

    /** Takes a call out. */
    void remove(OpenCall call) {
        of(call.group()).remove(call.fingerprint(), call);
        unlink(call);
    }

    private void unlink(OpenCall call) {
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
        call.older = null;
        call.newer = null;
        size--;
    }

    private FingerprintMap<OpenCall> of(CallGroup group) {
        return switch (group) {
            case CALL -> calls;
            case REGISTRATION -> registrations;
            case OTHER -> others;
        };
    }
}
