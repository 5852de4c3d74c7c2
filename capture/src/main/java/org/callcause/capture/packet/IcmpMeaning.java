package org.callcause.capture.packet;

import java.util.Optional;
import org.callcause.dialog.TransportFailure.Kind;

/**
 * What an ICMP error says of the packet that it quotes: RFC 792, RFC 1122 3.2.2.1 and RFC 1812 5.2.7.1 for IPv4, RFC 4443
 * section 3 for IPv6.
 *
 * @param words what the error is called
 */
record IcmpMeaning(Kind kind, String words) {

    static Optional<IcmpMeaning> ofVersion4(int type, int code) {
        return switch (type) {
            case 3 -> unreachable(code);
            case 11 -> timeExceeded("ICMP ", code);
            default -> Optional.empty();
        };
    }

    static Optional<IcmpMeaning> ofVersion6(int type, int code) {
        return switch (type) {
            case 1 -> unreachableByVersion6(code);
            case 2 -> of(Kind.TOO_BIG, "ICMPv6 packet too big");
            case 3 -> timeExceeded("ICMPv6 ", code);
            default -> Optional.empty();
        };
    }

    private static Optional<IcmpMeaning> unreachable(int code) {
        return switch (code) {
            case 0, 11 -> of(Kind.UNREACHABLE, "ICMP network unreachable");
            case 1, 12 -> of(Kind.UNREACHABLE, "ICMP host unreachable");
            case 2 -> of(Kind.UNREACHABLE, "ICMP protocol unreachable");
            case 3 -> of(Kind.REFUSED, "ICMP port unreachable");
            case 4 -> of(Kind.TOO_BIG, "ICMP fragmentation needed");
            case 5 -> of(Kind.UNREACHABLE, "ICMP source route failed");
            case 6 -> of(Kind.UNREACHABLE, "ICMP network unknown");
            case 7 -> of(Kind.UNREACHABLE, "ICMP host unknown");
            case 9 -> of(Kind.PROHIBITED, "ICMP network administratively prohibited");
            case 10 -> of(Kind.PROHIBITED, "ICMP host administratively prohibited");
            case 13 -> of(Kind.PROHIBITED, "ICMP communication administratively prohibited");
            default -> Optional.empty();
        };
    }

    private static Optional<IcmpMeaning> unreachableByVersion6(int code) {
        return switch (code) {
            case 0 -> of(Kind.UNREACHABLE, "ICMPv6 no route to destination");
            case 1 -> of(Kind.PROHIBITED, "ICMPv6 communication administratively prohibited");
            case 3 -> of(Kind.UNREACHABLE, "ICMPv6 address unreachable");
            case 4 -> of(Kind.REFUSED, "ICMPv6 port unreachable");
            case 5 -> of(Kind.PROHIBITED, "ICMPv6 source address refused by policy");
            case 6 -> of(Kind.PROHIBITED, "ICMPv6 route rejected");
            default -> Optional.empty();
        };
    }

    private static Optional<IcmpMeaning> timeExceeded(String name, int code) {
        return switch (code) {
            case 0 -> of(Kind.TIME_EXCEEDED, name + "time exceeded in transit");
            case 1 -> of(Kind.FRAGMENTS_LOST, name + "fragment reassembly time exceeded");
            default -> Optional.empty();
        };
    }

    private static Optional<IcmpMeaning> of(Kind kind, String words) {
        return Optional.of(new IcmpMeaning(kind, words));
    }

    /** The same error with the largest packet that the link takes, where the error names it (RFC 1191, RFC 4443 3.2). */
    IcmpMeaning upTo(long bytes) {
        return bytes == 0 ? this : new IcmpMeaning(kind, words + ", MTU " + bytes);
    }
}
