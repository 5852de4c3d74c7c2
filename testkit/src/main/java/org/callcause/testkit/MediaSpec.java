package org.callcause.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * One medium of a session.
 *
 * @param type {@code audio}, {@code video}, {@code image}
 * @param protocol such as {@code RTP/AVP}
 * @param port 0 for refused
 * @param codecs names of codecs; of an image, the format
 * @param direction such as {@code sendrecv}; empty where it has no meaning
 * @param attributes further lines
 */
record MediaSpec(
        String type, String protocol, int port, List<String> codecs, String direction, List<String> attributes) {

    /** Thirty bytes that no one should encrypt with. */
    private static final String KEY = "Y2FsbGNhdXNlLXRlc3RraXQtc3J0cC1rZXktMDAx";

    private static final String FINGERPRINT = "a=fingerprint:sha-256 "
            + "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";

    MediaSpec {
        codecs = List.copyOf(codecs);
        attributes = List.copyOf(attributes);
    }

    MediaSpec withProtocol(String other) {
        return new MediaSpec(type, other, port, codecs, direction, attributes);
    }

    MediaSpec withPort(int other) {
        return new MediaSpec(type, protocol, other, codecs, direction, attributes);
    }

    MediaSpec withDirection(String other) {
        return new MediaSpec(type, protocol, port, codecs, other, attributes);
    }

    MediaSpec withAttribute(String line) {
        List<String> more = new ArrayList<>(attributes);
        more.add(line);
        return new MediaSpec(type, protocol, port, codecs, direction, more);
    }

    /** What agrees to this (RFC 3264 6.1). */
    MediaSpec answer() {
        String mirrored = switch (direction) {
            case "sendonly" -> "recvonly";
            case "recvonly" -> "sendonly";
            default -> direction;
        };
        return new MediaSpec(type, protocol, port, codecs, mirrored, List.of());
    }

    List<String> lines(boolean offer) {
        List<String> lines = new ArrayList<>();
        boolean rtp = protocol.contains("RTP");
        List<String> mapped = rtp ? Codecs.mapped(codecs) : codecs;
        List<String> formats =
                mapped.stream().map(codec -> codec.split(" ", 2)[0]).toList();
        lines.add("m=" + type + " " + port + " " + protocol + " " + String.join(" ", formats));
        if (rtp) {
            mapped.forEach(codec -> lines.add("a=rtpmap:" + codec));
        }
        if (protocol.startsWith("RTP/SAVP")) {
            lines.add("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY);
        } else if (protocol.startsWith("UDP/TLS")) {
            lines.add(FINGERPRINT);
            lines.add(offer ? "a=setup:actpass" : "a=setup:active");
        }
        lines.addAll(attributes);
        if (!direction.isEmpty()) {
            lines.add("a=" + direction);
        }
        return lines;
    }
}
