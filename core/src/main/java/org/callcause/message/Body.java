package org.callcause.message;

import java.util.Locale;
import java.util.Optional;

/** Finds the session description in a body, within multipart bodies too (RFC 2046 section 5.1). */
final class Body {
    private static final int DEEPEST_PART = 4;

    // RFC 2046 section 5.1.1. Looking for a long boundary in a long body which almost repeats it has no bound in time.
    private static final int LONGEST_BOUNDARY = 70;

    private Body() {}

    static Optional<Sdp> sdp(String contentType, String body) {
        return sdp(contentType, body, DEEPEST_PART);
    }

    private static Optional<Sdp> sdp(String contentType, String body, int depth) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
        // A trace may have lost the header, and some senders leave it out.
        if (type.equals("application/sdp") || (type.isEmpty() && body.startsWith("v=0"))) {
            return Optional.of(Sdp.parse(body));
        }
        if (!type.startsWith("multipart/") || semicolon < 0 || depth == 0) {
            return Optional.empty();
        }
        return Parameters.parse(contentType.substring(semicolon))
                .value("boundary")
                .filter(boundary -> !boundary.isEmpty() && boundary.length() <= LONGEST_BOUNDARY)
                .flatMap(boundary -> firstSdp("--" + boundary, body, depth - 1));
    }

    private static Optional<Sdp> firstSdp(String delimiter, String body, int depth) {
        int from = body.indexOf(delimiter);
        while (from >= 0) {
            int next = body.indexOf("\n" + delimiter, from);
            String part = body.substring(from + delimiter.length(), next < 0 ? body.length() : next);
            Optional<Sdp> sdp = part.startsWith("--") ? Optional.empty() : sdpOfPart(part, depth);
            if (sdp.isPresent()) {
                return sdp;
            }
            from = next < 0 ? -1 : next + 1;
        }
        return Optional.empty();
    }

    /** A part starts behind the rest of its delimiter line with headers of its own, which an empty line ends. */
    private static Optional<Sdp> sdpOfPart(String part, int depth) {
        String contentType = "";
        int line = part.indexOf('\n') + 1;
        while (line > 0 && line < part.length()) {
            int lineFeed = part.indexOf('\n', line);
            String header = part.substring(line, lineFeed < 0 ? part.length() : lineFeed)
                    .trim();
            line = lineFeed + 1;
            if (header.isEmpty()) {
                return sdp(contentType, part.substring(line), depth);
            }
            int colon = header.indexOf(':');
            if (colon > 0 && HeaderName.of(header.substring(0, colon).trim()).equals(HeaderName.CONTENT_TYPE)) {
                contentType = header.substring(colon + 1).trim();
            }
        }
        return Optional.empty();
    }
}
