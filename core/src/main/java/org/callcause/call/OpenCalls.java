package org.callcause.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callcause.hashing.FingerprintNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are open, by Call-ID and in the order of their first message.
 *
 * <p>Two Call-IDs with one fingerprint of 64 bits are taken for the same: who could choose such a pair could as well send the
 * same Call-ID.
 */
final class OpenCalls {

    private static final int FEWEST = 64;

    private final FingerprintNumbers calls = new FingerprintNumbers();
    private final FingerprintNumbers registrations = new FingerprintNumbers();
    private final FingerprintNumbers others = new FingerprintNumbers();

    /** By number; none has {@link FingerprintNumbers#NONE}, so that its place is empty. */
    private @Nullable OpenCall[] numbered = new @Nullable OpenCall[FEWEST];

    private int highest;

    /** The numbers up to the highest that no call has, as a stack. */
    private int[] free = new int[FEWEST];

    private int freeNumbers;
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
        OpenCall call = numbered[(int) of(group).get(callId)];
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

    /** Adds a call; none of its Call-ID and group is there yet. */
    void add(OpenCall call) {
        int number = freeNumber();
        numbered[number] = call;
        call.number = number;
        of(call.group()).put(call.fingerprint(), number);
        call.older = newest;
        if (newest == null) {
            oldest = call;
        } else {
            newest.newer = call;
        }
        newest = call;
        size++;
    }

    private int freeNumber() {
        if (freeNumbers > 0) {
            return free[--freeNumbers];
        }
        highest++;
        if (highest == numbered.length) {
            numbered = Arrays.copyOf(numbered, 2 * highest);
            free = Arrays.copyOf(free, 2 * highest);
        }
        return highest;
    }

    /** Takes a call out. */
    void remove(OpenCall call) {
        of(call.group()).remove(call.fingerprint(), call.number);
        numbered[call.number] = null;
        free[freeNumbers++] = call.number;
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

    private FingerprintNumbers of(CallGroup group) {
        return switch (group) {
            case CALL -> calls;
            case REGISTRATION -> registrations;
            case OTHER -> others;
        };
    }
}
