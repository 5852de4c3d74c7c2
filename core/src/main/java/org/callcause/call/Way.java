package org.callcause.call;

import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSighting;

/** From one socket to another. */
record Way(Endpoint from, Endpoint to) {

    static Way of(MediaSighting seen) {
        return new Way(seen.from(), seen.to());
    }

    Way back() {
        return new Way(to, from);
    }
}
