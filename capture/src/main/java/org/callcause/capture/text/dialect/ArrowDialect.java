package org.callcause.capture.text.dialect;

import java.util.Optional;
import java.util.StringTokenizer;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * Lines that show both ends with an arrow between them: ngrep, sngrep, tcpdump, tshark, Blink and what people write by
 * hand.
 */
final class ArrowDialect implements Dialect {

    // The UTF-8 bytes of a right arrow, each read as one char.
    private static final String DRAWN_ARROW = "\u00E2\u0086\u0092";
    private static final String DELIMITERS = " \t\"'(),;=|<>[]{}#";

    @Override
    public Optional<Announcement> read(String line) {
        int arrow = line.indexOf("->");
        int arrowEnd = arrow + 2;
        boolean backwards = false;
        if (arrow < 0) {
            arrow = line.indexOf("=>");
            arrowEnd = arrow + 2;
        }
        if (arrow < 0) {
            arrow = line.indexOf(DRAWN_ARROW);
            arrowEnd = arrow + DRAWN_ARROW.length();
        }
        if (arrow < 0) {
            arrow = line.indexOf("<-");
            arrowEnd = arrow + 2;
            backwards = true;
        }
        if (arrow < 0 && line.contains("IP")) {
            arrow = line.indexOf(" > ");
            arrowEnd = arrow + 3;
            backwards = false;
        }
        return arrow < 0 ? Optional.empty() : read(line, arrow, arrowEnd, backwards);
    }

    private static Optional<Announcement> read(String line, int arrow, int arrowEnd, boolean backwards) {
        int end = arrow;
        while (end > 0 && (line.charAt(end - 1) == '-' || line.charAt(end - 1) == '=')) {
            end--;
        }
        String carrier = "";
        if (end > 0 && line.charAt(end - 1) == ')') {
            // Blink: 192.0.2.1:5060 -(SIP over TLS)-> 192.0.2.2:5061
            int open = line.lastIndexOf('(', end);
            if (open > 0) {
                carrier = line.substring(open + 1, end - 1);
                end = open;
            }
        }
        while (end > 0 && "- ".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && !isDelimiter(line.charAt(start - 1))) {
            start--;
        }
        if (start >= 2 && line.charAt(start - 1) == ']') {
            start = line.lastIndexOf('[', start) < 0 ? start : line.lastIndexOf('[', start);
        }
        int next = arrowEnd;
        while (next < line.length() && "-> ".indexOf(line.charAt(next)) >= 0) {
            next++;
        }
        int nextEnd = next;
        boolean bracket = next < line.length() && line.charAt(next) == '[';
        if (bracket) {
            int close = line.indexOf(']', next);
            nextEnd = close < 0 ? next : close + 1;
        }
        while (nextEnd < line.length() && !isDelimiter(line.charAt(nextEnd))) {
            nextEnd++;
        }
        Endpoint left = endpoint(line.substring(start, end));
        Endpoint right = endpoint(line.substring(next, nextEnd));
        if (!left.isKnown() || !right.isKnown()) {
            return Optional.empty();
        }
        Transport transport = transport(carrier.isEmpty() ? line : carrier);
        return Optional.of(Announcement.between(backwards ? right : left, backwards ? left : right, transport));
    }

    private static boolean isDelimiter(char c) {
        return DELIMITERS.indexOf(c) >= 0;
    }

    /** An endpoint that may carry its transport in front and a colon of the sentence behind. */
    private static Endpoint endpoint(String text) {
        String address = text;
        int colon = address.indexOf(':');
        int slash = address.indexOf('/');
        int split = slash > 0 ? slash : colon;
        if (split > 0 && EndpointText.transport(address.substring(0, split)) != Transport.UNKNOWN) {
            address = address.substring(split + 1);
        }
        while (address.endsWith(":") || address.endsWith(".")) {
            address = address.substring(0, address.length() - 1);
        }
        return EndpointText.parse(address);
    }

    private static Transport transport(String text) {
        if (text.startsWith("U ") || text.startsWith("T ")) {
            // ngrep
            return EndpointText.transport(text.substring(0, 1));
        }
        StringTokenizer words = new StringTokenizer(text, DELIMITERS + ":/-.0123456789");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            Transport transport = word.length() > 1 ? EndpointText.transport(word) : Transport.UNKNOWN;
            if (transport != Transport.UNKNOWN) {
                return transport;
            }
        }
        return Transport.UNKNOWN;
    }
}
