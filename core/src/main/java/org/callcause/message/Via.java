package org.callcause.message;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One value of a Via header: {@code SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK776}.
 *
 * @param transport as on the wire; empty where it cannot be read
 * @param host the host of sent-by, an IPv6 address in its brackets
 * @param port the port of sent-by, if it names one from 1 to 65535
 * @param parameters the parameters
 * @param raw the whole value
 */
public record Via(String transport, String host, OptionalInt port, Parameters parameters, String raw) {

    /** Reads one value, leniently. Blanks may stand around the slashes and the colon (RFC 3261 section 25.1). */
    public static Via parse(String text) {
        String raw = text.trim();
        int semicolon = Lexical.indexOutsideQuotes(raw, ';');
        String address = semicolon < 0 ? raw : raw.substring(0, semicolon);
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(raw.substring(semicolon));
        int slash = address.indexOf('/', address.indexOf('/') + 1);
        String protocolless = slash < 0 ? address : address.substring(slash + 1).trim();
        int endOfTransport = slash < 0 ? 0 : Lexical.endOfWord(protocolless, 0);
        HostPort sentBy = HostPort.parse(protocolless.substring(endOfTransport));
        return new Via(protocolless.substring(0, endOfTransport), sentBy.host(), sentBy.port(), parameters, raw);
    }

    /** The transaction's id; empty where it is missing or has no value. */
    public Optional<String> branch() {
        return parameters.value("branch").filter(branch -> !branch.isEmpty());
    }

    /** The address the request came from, as its receiver saw it (RFC 3261 section 18.2.1). */
    public Optional<String> received() {
        return parameters.value("received");
    }

    /** The port the request came from (RFC 3581); {@code ""} where it is asked for but not filled in. */
    public Optional<String> rport() {
        return parameters.value("rport");
    }

    /** {@code host} or {@code host:port}. */
    public String sentBy() {
        return port.isPresent() ? host + ":" + port.getAsInt() : host;
    }

    /**
     * Whether sent-by names a port that no host has: 0, or one above 65535. Such a place cannot be reached, and it is not
     * the one that a sent-by without a port means.
     */
    public boolean hasImpossiblePort() {
        if (port.isPresent() || host.isEmpty()) {
            return false;
        }
        int semicolon = Lexical.indexOutsideQuotes(raw, ';');
        String address = semicolon < 0 ? raw : raw.substring(0, semicolon);
        return HostPort.hasImpossiblePort(address.substring(address.lastIndexOf(host)));
    }

    @Override
    public String toString() {
        return raw;
    }
}
