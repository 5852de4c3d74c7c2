package org.callcause.testkit;

import java.util.Locale;
import org.callcause.dialog.Transport;

/** Writes the addresses that Via, Contact and Record-Route carry. */
record Wire(Parties parties, Transport transport) {

    String via(String party, String branch) {
        return "SIP/2.0/" + transport + " " + parties.written(party) + ";branch=" + branch;
    }

    String contact(String user, String party) {
        String prefix = user.isEmpty() ? "sip:" : "sip:" + user + "@";
        return prefix + parties.written(party) + transportParameter();
    }

    /** Loose routing, RFC 3261 16.6 step 4. */
    String route(String party) {
        return "<sip:" + parties.written(party) + transportParameter() + ";lr>";
    }

    boolean isRouteOf(String party, String route) {
        String written = parties.written(party);
        return route.startsWith("<sip:" + written + ";") || route.startsWith("<sip:" + written + ">");
    }

    private String transportParameter() {
        return transport == Transport.UDP || transport == Transport.UNKNOWN
                ? ""
                : ";transport=" + transport.name().toLowerCase(Locale.ROOT);
    }
}
