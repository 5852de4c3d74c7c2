package org.callcause.rules.rfc3261.incident;

import org.jspecify.annotations.Nullable;

/** How many different names there were, up to a fixed number of them. Most parties that fail once have one of each. */
final class Distinct {

    private static final int MOST = 100;
    private static final int FEW = 8;

    private @Nullable Object first;
    private @Nullable Object @Nullable [] table;
    private int count;

    void add(Object name) {
        if (first == null) {
            first = name;
            count = 1;
        } else if (count < MOST && !first.equals(name)) {
            addFurther(name);
        }
    }

    private void addFurther(Object name) {
        @Nullable Object[] known = table;
        if (known == null) {
            known = new Object[FEW];
            table = known;
        } else if (count * 2 > known.length) {
            known = grown(known);
            table = known;
        }
        int place = place(known, name);
        if (known[place] == null) {
            known[place] = name;
            count++;
        }
    }

    private static @Nullable Object[] grown(@Nullable Object[] known) {
        @Nullable Object[] larger = new Object[2 * known.length];
        for (Object name : known) {
            if (name != null) {
                larger[place(larger, name)] = name;
            }
        }
        return larger;
    }

    /** Where the name is, or has its place. */
    private static int place(@Nullable Object[] known, Object name) {
        int place = ((name.hashCode() * 0x9E3779B9) >>> 16) & (known.length - 1);
        Object there = known[place];
        while (there != null && !there.equals(name)) {
            place = (place + 1) & (known.length - 1);
            there = known[place];
        }
        return place;
    }

    int count() {
        return count;
    }

    boolean contains(Object name) {
        return name.equals(first) || (table != null && table[place(table, name)] != null);
    }

    /** {@code 1 caller}, {@code 12 callers}, {@code 100 or more callers}. */
    String of(String singular) {
        return of(singular, singular + "s");
    }

    String of(String singular, String plural) {
        return count + (count == MOST ? " or more " : " ") + (count == 1 ? singular : plural);
    }
}
