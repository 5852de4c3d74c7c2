package org.callcause.incident;

import org.callcause.dialog.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal endpoints as one object: the calls of a few peers then name a few objects, which are at hand when a rule
 * compares them, and not one each from long ago. It may forget, in favour of a later one with the same place. Used by
 * several threads at once it does the same.
 */
final class SameEndpoints {

    private static final int PLACES = 1 << 10;

    private final @Nullable Endpoint[] latest = new Endpoint[PLACES];

    Endpoint same(Endpoint endpoint) {
        int hash = endpoint.hashCode() * RecentMap.SPREAD;
        int place = (hash ^ hash >>> 16) & (PLACES - 1);
        Endpoint known = latest[place];
        if (known != null && known.equals(endpoint)) {
            return known;
        }
        latest[place] = endpoint;
        return endpoint;
    }
}
