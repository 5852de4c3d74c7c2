package org.callcause.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.callcause.dialog.Endpoint;
import org.callcause.hashing.LinearProbing;
import org.jspecify.annotations.Nullable;

/**
 * A map of a fixed size, in which whatever was not asked for lately makes room: what a watch keeps by caller or by peer,
 * however many there are. A look-up is cheap, for every call makes several: it looks through a table of hashes, in which
 * most of what is not kept ends at the first place, marks the entry and moves nothing. To make room, a hand goes round the
 * entries, takes the mark off those that have one, and stops at the first without.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class RecentMap<K, V> {

    private static final int FEW = 8;

    /** 2^32 divided by the golden ratio. */
    static final int SPREAD = 0x9E37_79B9;

    private static final class Entry<K, V> implements Map.Entry<K, V> {
        private final K key;
        private final int hash;
        private V value;
        private int place;
        private boolean asked;

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

    /** The hashes of the entries, each at the place that it names or at the next free one; 0 where nothing is. */
    private int[] hashes;

    /** The entries, at the places of their hashes. */
    private @Nullable Entry<K, V>[] table;

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
        this.hashes = new int[FEW];
        this.table = empty(FEW);
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

    /** Whether anything may be kept under a key with this hash code: where not, the key need not be made. */
    public boolean mayHold(int hashCode) {
        int hash = spread(hashCode);
        int at = home(hash);
        while (hashes[at] != 0 && hashes[at] != hash) {
            at = after(at);
        }
        return hashes[at] != 0;
    }

    /**
     * What is kept under a key with this hash code, or null: for who counts what is healthy, and need not look at the key
     * for being right but once in some millions of times.
     */
    public @Nullable V getByHash(int hashCode) {
        int hash = spread(hashCode);
        for (int at = home(hash); hashes[at] != 0; at = after(at)) {
            Entry<K, V> entry = hashes[at] == hash ? table[at] : null;
            if (entry != null) {
                entry.asked = true;
                return entry.value;
            }
        }
        return null;
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

    /** Told apart by kind, because a call of a method that many kinds have costs more than the rest of a look-up. */
    private static int hash(Object key) {
        int hashCode = key instanceof Endpoint endpoint
                ? endpoint.hashCode()
                : key instanceof String text ? text.hashCode() : key.hashCode();
        return spread(hashCode);
    }

    /** Telephone numbers that follow each other have hashes that do so too, and would share few places. Never 0. */
    static int spread(int hashCode) {
        int hash = hashCode * SPREAD;
        hash ^= hash >>> 16;
        return hash == 0 ? 1 : hash;
    }

    private int home(int hash) {
        return hash & (hashes.length - 1);
    }

    private int after(int at) {
        return LinearProbing.after(at, hashes.length - 1);
    }

    private @Nullable Entry<K, V> find(K key, int hash) {
        for (int at = home(hash); hashes[at] != 0; at = after(at)) {
            Entry<K, V> entry = hashes[at] == hash ? table[at] : null;
            if (entry != null && (entry.key == key || entry.key.equals(key))) {
                return entry;
            }
        }
        return null;
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
            if (ring.size() * 2 > hashes.length) {
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
        int at = home(entry.hash);
        while (hashes[at] != 0) {
            at = after(at);
        }
        put(at, entry.hash, entry);
    }

    /** Takes an entry out, and moves those after it up that would not be found beyond the gap. */
    private void unlink(Entry<K, V> gone) {
        int gap = home(gone.hash);
        while (table[gap] != gone) {
            gap = after(gap);
        }
        for (int at = after(gap); hashes[at] != 0; at = after(at)) {
            if (LinearProbing.mayFill(gap, home(hashes[at]), at, hashes.length - 1)) {
                put(gap, hashes[at], table[at]);
                gap = at;
            }
        }
        put(gap, 0, null);
    }

    private void put(int at, int hash, @Nullable Entry<K, V> entry) {
        hashes[at] = hash;
        table[at] = entry;
    }

    private void grow() {
        hashes = new int[hashes.length * 2];
        table = empty(hashes.length);
        ring.forEach(this::link);
    }
}
