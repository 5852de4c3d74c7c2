package org.callcause.call;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The calls of which messages were lost on the way to the tracker, by Call-ID; of too many the oldest are forgotten. */
final class LossyCalls {

    private static final int MOST = 65_536;

    private final Set<Long> callIds = new LinkedHashSet<>();

    /** Takes the fingerprint of a Call-ID. */
    void add(long callId) {
        if (callIds.add(callId) && callIds.size() > MOST) {
            Iterator<Long> oldest = callIds.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Whether the call that is reported now is one of them. It is forgotten, as its Call-ID may be used again. */
    boolean take(long callId) {
        return !callIds.isEmpty() && callIds.remove(callId);
    }
}
