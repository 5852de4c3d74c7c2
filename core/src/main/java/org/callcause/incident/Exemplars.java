package org.callcause.incident;

import java.util.ArrayList;
import java.util.List;

/** The ids of the first few calls of an incident, for whoever wants to look at one. */
public final class Exemplars {

    private static final int MOST = 3;

    private final List<String> ids = new ArrayList<>(0);

    /** No calls. */
    public Exemplars() {}

    /** Takes a call while there is room. */
    public void add(EndedCall call) {
        if (ids.size() < MOST) {
            ids.add(call.id());
        }
    }

    /** Takes the id of a call while there is room. */
    public void add(String id) {
        if (ids.size() < MOST) {
            ids.add(id);
        }
    }

    /** Forgets them. */
    public void clear() {
        ids.clear();
    }

    /** The ids, the first ones first. */
    public List<String> ids() {
        return List.copyOf(ids);
    }
}
