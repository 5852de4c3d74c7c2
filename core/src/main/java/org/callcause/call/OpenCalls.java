package org.callcause.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are open, by Call-ID and in the order of their first message.
 *
 * <p>Two Call-IDs with one fingerprint of 64 bits are taken for the same: who could choose such a pair could as well send the
 * same Call-ID.
 */
final class OpenCalls {

    private final OpenCallTable calls = new OpenCallTable();
    private final OpenCallTable registrations = new OpenCallTable();
    private final OpenCallTable others = new OpenCallTable();
    private @Nullable OpenCall oldest;
    private @Nullable OpenCall newest;
    private int size;

    /** How many are open. */
    int size() {
        return size;
    }

    /** The call whose Call-ID has this fingerprint, on its way to the caches; see {@link OpenCall#fetch}. */
    @Nullable
    OpenCall find(long callId, CallGroup group) {
        OpenCall call = of(group).get(callId);
        if (call != null) {
            call.fetch();
        }
        return call;
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

    /** Whether a call goes on. */
    boolean isAnyUnderWay() {
        OpenCall call = oldest;
        while (call != null && !call.isUnderWay()) {
            call = call.newer;
        }
        return call != null;
    }

    /** Adds a call; none of its Call-ID and group is there yet. */
    void add(OpenCall call) {
        of(call.group()).put(call);
        call.older = newest;
        if (newest == null) {
            oldest = call;
        } else {
            newest.newer = call;
        }
        newest = call;
        size++;
    }

    /** A number made of what {@link #remove} will look at; see {@link ReadAhead}. */
    int readAhead(OpenCall call) {
        return of(call.group()).readAhead(call.fingerprint());
    }

    /** Takes a call out. */
    void remove(OpenCall call) {
        of(call.group()).remove(call);
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

    private OpenCallTable of(CallGroup group) {
        return switch (group) {
            case CALL -> calls;
            case REGISTRATION -> registrations;
            case OTHER -> others;
        };
    }
}
