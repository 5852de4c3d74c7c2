package org.callcause.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.callcause.testkit.Statement.Sending;

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

    /**
     * Puts the session into the message that is sent: what the line says of it counts more than what the message would
     * carry by itself, and a body that it has already more than that.
     */
    Optional<SessionSpec> describe(
            Draft draft, Sending sending, String host, Optional<SessionSpec> usual, boolean offer) {
        Additions additions = sending.additions();
        if (additions.has(Additions.NO_SESSION)) {
            draft.remove("Content-Type");
            draft.body("");
            return Optional.empty();
        }
        Optional<SessionSpec> told = additions.part(Additions.SESSION).map(SessionSpec::read);
        Optional<SessionSpec> session = told.or(() -> usual);
        if (told.isPresent() || draft.body().isEmpty()) {
            session.ifPresent(spec -> describe(draft, sending.from(), host, spec, offer));
        }
        return session;
    }

    Optional<SessionSpec> lastOf(String party) {
        return Optional.ofNullable(last.get(party)).map(Described::spec);
    }
}
