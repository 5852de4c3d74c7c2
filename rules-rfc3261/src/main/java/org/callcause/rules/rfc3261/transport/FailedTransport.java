package org.callcause.rules.rfc3261.transport;

import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TransportFailure;

/**
 * What a kind of transport failure means to whoever has to mend it. Texts say {@code %1$s} for who sent the message and
 * {@code %2$s} for whom it did not reach.
 *
 * @param cause of a request that failed so
 * @param meaning as a clause
 * @param remedy for the administrator
 * @param confirm what would show that it is so
 */
record FailedTransport(Cause cause, String meaning, String remedy, String confirm) {

    /** What a failure means. */
    static FailedTransport of(TransportFailure failure) {
        return failure.reporter().isEmpty() ? ofSender(failure.kind()) : of(failure.kind());
    }

    /** What the sender's own system forbids or cannot do never was on the way. */
    private static FailedTransport ofSender(TransportFailure.Kind kind) {
        return switch (kind) {
            case PROHIBITED ->
                new FailedTransport(
                        Cause.HOST_UNREACHABLE,
                        "a packet filter or another rule on %1$s itself forbids it",
                        "Let SIP to %2$s through the packet filter of %1$s",
                        "List the rules of the packet filter of %1$s");
            case TOO_BIG ->
                new FailedTransport(
                        Cause.MESSAGE_TOO_LARGE,
                        "it is larger than what %1$s may send to %2$s in one piece",
                        "Send it over TCP or TLS, make it smaller, or raise the MTU of the interface of %1$s",
                        "Send a small request (OPTIONS) the same way: it gets through");
            default -> of(kind);
        };
    }

    /** The same of whatever failed so. */
    static FailedTransport of(TransportFailure.Kind kind) {
        return switch (kind) {
            case REFUSED ->
                new FailedTransport(
                        Cause.HOST_UNREACHABLE,
                        "the host is there, and nothing listens at %2$s",
                        "Start the SIP server at %2$s, or correct the address, port or transport that %1$s sends to",
                        "List the sockets that are open at %2$s");
            case UNREACHABLE ->
                new FailedTransport(
                        Cause.HOST_UNREACHABLE,
                        "no way leads from %1$s to %2$s: the address is wrong, the host is down, or a route is missing",
                        "Check the address of %2$s, whether that host runs, and the routes and VPNs between the two",
                        "Ping %2$s from %1$s, and look at the routing table there");
            case PROHIBITED ->
                new FailedTransport(
                        Cause.HOST_UNREACHABLE,
                        "a firewall or access list on the way to %2$s forbids it",
                        "Let SIP from %1$s to %2$s through the firewall that said so",
                        "Read the log of that firewall");
            case TOO_BIG ->
                new FailedTransport(
                        Cause.MESSAGE_TOO_LARGE,
                        "it is larger than a link on the way to %2$s carries, and must not be cut into fragments",
                        "Send it over TCP or TLS, make it smaller, or let %1$s send datagrams that may be fragmented",
                        "Send a small request (OPTIONS) the same way: it gets through");
            case FRAGMENTS_LOST ->
                new FailedTransport(
                        Cause.MESSAGE_TOO_LARGE,
                        "it is so large that it was cut into fragments, and not all of them reached %2$s",
                        "Send it over TCP or TLS, make it smaller, or find the firewall that drops fragments",
                        "Capture at %2$s: which of the fragments arrive there");
            case TIME_EXCEEDED ->
                new FailedTransport(
                        Cause.HOST_UNREACHABLE,
                        "it passed too many routers on its way to %2$s: it goes round in circles between some of them",
                        "Look for a loop in the routes to %2$s near the router that said so",
                        "Trace the route from %1$s to %2$s");
            case CONNECTION_LOST ->
                new FailedTransport(
                        Cause.TRANSPORT_FAILED,
                        "the connection to %2$s broke before an answer came",
                        "Find out why the connection between %1$s and %2$s is closed: idle timers of firewalls and load"
                                + " balancers, restarts, a server that does not accept what it was sent",
                        "Read the log of %2$s for the time at which the connection ended");
            case TIMED_OUT ->
                new FailedTransport(
                        Cause.HOST_UNREACHABLE,
                        "no connection to %2$s came about in time: packets are dropped on the way, or the host is down",
                        "Check address and port of %2$s, and the firewalls on the way there",
                        "Open a connection from %1$s to %2$s by hand");
            case NAME_NOT_RESOLVED ->
                new FailedTransport(
                        Cause.DNS_FAILED,
                        "%1$s did not find an address for the name that it was to send to",
                        "Check the name that %1$s is set to send to, and the name servers that it asks",
                        "Resolve that name at %1$s (NAPTR, SRV, A and AAAA, as RFC 3263 4 has it)");
            case TLS_FAILED ->
                new FailedTransport(
                        Cause.TLS_FAILED,
                        "no TLS session between %1$s and %2$s came about",
                        "Compare the TLS versions and cipher suites of %1$s and %2$s, and whether both mean TLS on that port",
                        "Open a TLS session from %1$s to %2$s by hand (openssl s_client)");
            case TLS_EXPECTED ->
                new FailedTransport(
                        Cause.TLS_FAILED,
                        "%2$s speaks TLS, and %1$s sent the request there in clear",
                        "Let %1$s use TLS for %2$s (transport=tls, or sips:), or the port for plain TCP, mostly 5060",
                        "Look up transport and port of that server in the configuration of %1$s");
            case CERTIFICATE_REFUSED ->
                new FailedTransport(
                        Cause.CERTIFICATE_MISMATCH,
                        "no TLS session between %1$s and %2$s came about, as a certificate was not accepted",
                        "Check the certificates of %1$s and %2$s: their names, how long they are valid, and whether the"
                                + " other side knows who issued them",
                        "Look at the certificate that %2$s shows (openssl s_client), and at its names (RFC 5922 7)");
        };
    }
}
