package org.callcause.capture.path;

import org.callcause.dialog.Endpoint;

/** The two ends of the hop that a request went over; its responses go the other way. */
record Path(Endpoint client, Endpoint server) {

    static final Path UNKNOWN = new Path(Endpoint.UNKNOWN, Endpoint.UNKNOWN);

    /** This path, with what it leaves open taken from the other. */
    Path or(Path other) {
        return new Path(client.isKnown() ? client : other.client, server.isKnown() ? server : other.server);
    }
}
