package org.callcause.rules.rfc3261.incident;

import org.callcause.dialog.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * How many different names there were, up to a fixed number of them, told apart by their hash codes alone: of a hundred
 * names two are taken for one once in a million times. Most parties that fail once have one of each.
 */
final class Distinct {

    private static final int MOST = 100;
    private static final int FEW = 8;

    /** 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E37_79B9;

    private int first;

    /** Those after the first, each at the place that it names or at the next free one; 0 where nothing is. */
    private int @Nullable [] table;

    private int count;

    /** Takes a name with this hash code. */
    void add(int hashCode) {
        if (count >= MOST) {
            return;
        }
        int hash = spread(hashCode);
        if (count == 0) {
            first = hash;
            count = 1;
        } else if (hash != first) {
            addFurther(hash);
        }
    }

    /** Takes an endpoint. */
    void add(Endpoint endpoint) {
        add(endpoint.host().hashCode() * SPREAD + endpoint.port());
    }

    private static int spread(int hashCode) {
        int hash = hashCode * SPREAD;
        return hash == 0 ? 1 : hash;
    }

    private void addFurther(int hash) {
        int[] known = table;
        if (known == null) {
            known = new int[FEW];
            table = known;
        } else if (count * 2 > known.length) {
            known = grown(known);
            table = known;
        }
        int place = place(known, hash);
        if (known[place] == 0) {
            known[place] = hash;
            count++;
        }
    }

    private static int[] grown(int[] known) {
        int[] larger = new int[2 * known.length];
        for (int hash : known) {
            if (hash != 0) {
                larger[place(larger, hash)] = hash;
            }
        }
        return larger;
    }

    /** Where the hash is, or has its place. */
    private static int place(int[] known, int hash) {
        int place = (hash >>> 16) & (known.length - 1);
        while (known[place] != 0 && known[place] != hash) {
            place = (place + 1) & (known.length - 1);
        }
        return place;
    }

    int count() {
        return count;
    }

    /** Whether there was a name with this hash code. */
    boolean contains(int hashCode) {
        int hash = spread(hashCode);
        int[] known = table;
        return count > 0 && (hash == first || (known != null && known[place(known, hash)] == hash));
    }

    /** {@code 1 caller}, {@code 12 callers}, {@code 100 or more callers}. */
    String of(String singular) {
        return of(singular, singular + "s");
    }

    String of(String singular, String plural) {
        return count + (count == MOST ? " or more " : " ") + (count == 1 ? singular : plural);
    }
}
