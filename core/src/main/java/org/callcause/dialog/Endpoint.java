package org.callcause.dialog;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;

/**
 * One end of the path of a message: an address and a port as the capture shows them.
 *
 * @param host an IP address in text form (IPv6 without brackets, lower case) or a name; empty when unknown
 * @param port 1 to 65535, or 0 when unknown
 */
public record Endpoint(String host, int port) {

    /** The source did not tell this end. */
    public static final Endpoint UNKNOWN = new Endpoint("", 0);

    /**
     * Keeps the two parts as they are.
     *
     * @throws IllegalArgumentException if the port is outside 0 to 65535
     */
    public Endpoint {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /**
     * The end with this address: IPv6 as RFC 5952 writes it, without a zone; an IPv4 address that IPv6 maps as IPv4; a name
     * that was not resolved in lower case.
     */
    public static Endpoint of(InetSocketAddress address) {
        InetAddress resolved = address.getAddress();
        if (resolved == null) {
            return new Endpoint(address.getHostString().toLowerCase(Locale.ROOT), address.getPort());
        }
        if (resolved instanceof Inet4Address) {
            return new Endpoint(resolved.getHostAddress(), address.getPort());
        }
        ByteBuffer bits = ByteBuffer.wrap(resolved.getAddress());
        return new Endpoint(new NetworkAddress(bits.getLong(), bits.getLong()).toString(), address.getPort());
    }

    /** Whether the source told this end. */
    public boolean isKnown() {
        return !host.isEmpty();
    }

    // Spelled out, because every message is compared with others by its ends, and what the compiler makes of a record
    // is put together at run time and slow at first.
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Endpoint end && port == end.port && host.equals(end.host));
    }

    @Override
    public int hashCode() {
        return host.hashCode() * 31 + port;
    }

    /** {@code 192.0.2.1:5060}, {@code [2001:db8::1]:5060}, the host alone without a port, or {@code unknown}. */
    @Override
    public String toString() {
        if (!isKnown()) {
            return "unknown";
        }
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == 0 ? shown : shown + ":" + port;
    }
}
