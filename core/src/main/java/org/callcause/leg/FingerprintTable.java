package org.callcause.leg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A map from fingerprints, in two arrays: every call has a few entries, and most of them are never asked for again. */
final class FingerprintTable<V> {

    private static final int SMALLEST = 64;

    private long[] keys = new long[SMALLEST];
    private @Nullable Object[] values = new Object[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(long key) {
        int slot = slot(key);
        return (V) values[slot];
    }

    /** Puts the value where none is yet, and gives what is there else. */
    @SuppressWarnings("unchecked")
    @Nullable
    V putIfAbsent(long key, V value) {
        int slot = slot(key);
        if (values[slot] != null) {
            return (V) values[slot];
        }
        keys[slot] = key;
        values[slot] = value;
        size++;
        if (size * 2 > keys.length) {
            grow();
        }
        return null;
    }

    /** Takes the entry out if it has this very value. */
    void remove(long key, V value) {
        int slot = slot(key);
        if (values[slot] != value) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        int next = slot;
        while (true) {
            next = (next + 1) & mask;
            if (values[next] == null) {
                break;
            }
            int home = home(keys[next], mask);
            if (((next - home) & mask) >= ((next - slot) & mask)) {
                keys[slot] = keys[next];
                values[slot] = values[next];
                slot = next;
            }
        }
        values[slot] = null;
        keys[slot] = 0;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key, mask);
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int home(long key, int mask) {
        return (int) (key ^ key >>> 32) & mask;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = Arrays.copyOf(new Object[0], oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
