package org.callcause.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map of a fixed size, in which whatever was not asked for lately makes room: what a watch keeps by caller or by peer,
 * however many there are. A look-up is cheap, for every call makes several: it marks the entry and moves nothing. To make
 * room, a hand goes round the entries, takes the mark off those that have one, and stops at the first without.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class RecentMap<K, V> {

    private static final int FEW = 8;

    /** 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E37_79B9;

    private static final class Entry<K, V> implements Map.Entry<K, V> {
        private final K key;
        private final int hash;
        private V value;
        private int place;
        private boolean asked;
        private @Nullable Entry<K, V> next;

        private Entry(K key, int hash, V value) {
            this.key = key;
            this.hash = hash;
            this.value = value;
        }

        @Override
        public K getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public V setValue(V other) {
            throw new UnsupportedOperationException();
        }
    }

    private final int most;
    private final List<Entry<K, V>> ring = new ArrayList<>(0);
    private @Nullable Entry<K, V>[] buckets;
    private int hand;

    /**
     * An empty map.
     *
     * @param most how many entries it keeps, 1 or more
     */
    public RecentMap(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("no room for an entry: " + most);
        }
        this.most = most;
        this.buckets = empty(FEW);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <K, V> @Nullable Entry<K, V>[] empty(int size) {
        return new Entry[size];
    }

    /** What is kept under this key, or null. */
    public @Nullable V get(K key) {
        if (ring.isEmpty()) {
            return null;
        }
        Entry<K, V> known = find(key, hash(key));
        if (known == null) {
            return null;
        }
        known.asked = true;
        return known.value;
    }

    /** What is kept under this key, made if there is nothing. */
    public V get(K key, Function<? super K, ? extends V> make) {
        int hash = hash(key);
        Entry<K, V> known = find(key, hash);
        if (known != null) {
            known.asked = true;
            return known.value;
        }
        V made = make.apply(key);
        add(new Entry<>(key, hash, made));
        return made;
    }

    /** Keeps a value under this key. */
    public void put(K key, V value) {
        int hash = hash(key);
        Entry<K, V> known = find(key, hash);
        if (known == null) {
            add(new Entry<>(key, hash, value));
        } else {
            known.asked = true;
            known.value = value;
        }
    }

    /** Forgets this key. */
    public void remove(K key) {
        Entry<K, V> known = find(key, hash(key));
        if (known != null) {
            remove(known.place);
        }
    }

    /** Forgets the entries of which this is true. */
    public void removeIf(BiPredicate<? super K, ? super V> over) {
        for (int i = ring.size() - 1; i >= 0; i--) {
            Entry<K, V> entry = ring.get(i);
            if (over.test(entry.key, entry.value)) {
                remove(i);
            }
        }
    }

    /** The entries, in no order to rely on, but the same for the same calls. Reading them makes none recent. */
    public Iterable<Map.Entry<K, V>> entries() {
        return Collections.unmodifiableList(ring);
    }

    /** How many there are. */
    public int size() {
        return ring.size();
    }

    private static int hash(Object key) {
        // Telephone numbers that follow each other have hashes that do so too, and would share few buckets.
        int hash = key.hashCode() * SPREAD;
        return hash ^ hash >>> 16;
    }

    private @Nullable Entry<K, V> find(K key, int hash) {
        Entry<K, V> entry = buckets[hash & (buckets.length - 1)];
        while (entry != null && (entry.hash != hash || !entry.key.equals(key))) {
            entry = entry.next;
        }
        return entry;
    }

    private void add(Entry<K, V> entry) {
        if (ring.size() == most) {
            Entry<K, V> forgotten = leastRecent();
            unlink(forgotten);
            place(entry, hand);
            hand = (hand + 1) % most;
        } else {
            entry.place = ring.size();
            ring.add(entry);
            if (ring.size() > buckets.length) {
                grow();
                return;
            }
        }
        link(entry);
    }

    private Entry<K, V> leastRecent() {
        Entry<K, V> candidate = ring.get(hand);
        while (candidate.asked) {
            candidate.asked = false;
            hand = (hand + 1) % most;
            candidate = ring.get(hand);
        }
        return candidate;
    }

    private void remove(int place) {
        unlink(ring.get(place));
        Entry<K, V> last = ring.remove(ring.size() - 1);
        if (place < ring.size()) {
            place(last, place);
        }
        hand = 0;
    }

    private void place(Entry<K, V> entry, int place) {
        entry.place = place;
        ring.set(place, entry);
    }

    private void link(Entry<K, V> entry) {
        int bucket = entry.hash & (buckets.length - 1);
        entry.next = buckets[bucket];
        buckets[bucket] = entry;
    }

    private void unlink(Entry<K, V> gone) {
        int bucket = gone.hash & (buckets.length - 1);
        Entry<K, V> entry = buckets[bucket];
        if (entry == gone) {
            buckets[bucket] = gone.next;
            return;
        }
        while (entry != null && entry.next != gone) {
            entry = entry.next;
        }
        if (entry != null) {
            entry.next = gone.next;
        }
    }

    private void grow() {
        buckets = empty(buckets.length * 2);
        ring.forEach(this::link);
    }
}
