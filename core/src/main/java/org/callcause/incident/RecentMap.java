package org.callcause.incident;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map of a fixed size, in which whatever was not asked for the longest makes room: what a watch keeps by caller or by
 * peer, however many there are.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class RecentMap<K, V> {

    private final int most;
    private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** An empty map that keeps so many entries. */
    public RecentMap(int most) {
        this.most = most;
    }

    /** What is kept under this key, or null. */
    public @Nullable V get(K key) {
        return entries.get(key);
    }

    /** What is kept under this key, made if there is nothing. */
    public V get(K key, Function<? super K, ? extends V> make) {
        V known = entries.get(key);
        if (known == null) {
            known = make.apply(key);
            put(key, known);
        }
        return known;
    }

    /** Keeps a value under this key. */
    public void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > most) {
            Iterator<K> oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Forgets this key. */
    public void remove(K key) {
        entries.remove(key);
    }

    /** Forgets the entries of which this is true. */
    public void removeIf(BiPredicate<? super K, ? super V> over) {
        entries.entrySet().removeIf(entry -> over.test(entry.getKey(), entry.getValue()));
    }

    /** The entries, those not asked for the longest first. Reading them makes none recent. */
    public Iterable<Map.Entry<K, V>> entries() {
        return entries.entrySet();
    }

    /** How many there are. */
    public int size() {
        return entries.size();
    }
}
