package org.callcause.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each party of a call last described as its session. */
final class Sessions {

    private record Described(SessionSpec spec, long id, long version) {}

    private static final long FIRST_ID = 1_000;

    private final Map<String, Described> last = new HashMap<>();

    /** Puts the session into the message; the version counts up when the party describes something else than before. */
    void describe(Draft draft, String party, String host, SessionSpec spec, boolean offer) {
        Described before = last.get(party);
        Described now;
        if (before == null) {
            now = new Described(spec, FIRST_ID + last.size(), 1);
        } else if (before.spec().equals(spec)) {
            now = before;
        } else {
            now = new Described(spec, before.id(), before.version() + 1);
        }
        last.put(party, now);
        draft.set("Content-Type", "application/sdp");
        draft.body(spec.text(host, now.id(), now.version(), offer));
    }

    Optional<SessionSpec> lastOf(String party) {
        return Optional.ofNullable(last.get(party)).map(Described::spec);
    }
}
