package org.callcause.capture.text.complaint;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.NetworkAddress;

/** How a line names an endpoint. */
enum Naming {
    /** Not at all. */
    NOT,
    /** By its host, with another port: that is another endpoint. */
    OTHER_PORT,
    /** By its host alone. */
    HOST,
    /** By its host and its port. */
    HOST_AND_PORT;

    // Names of source files stand before the number of a line.
    private static final Pattern SOME_ADDRESS = Pattern.compile(
            "(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\.?\\w)"
                    + "|\\[[0-9a-f]{0,4}:[0-9a-f:.]{2,45}\\]"
                    + "|(?<![\\w./-])(?:[\\w-]{1,60}\\.){0,8}(?!(?:c|cc|cpp|cs|go|h|hpp|java|js|kt|py|rs|ts|lua):)[a-z][\\w-]{0,60}:\\d{2,5}\\b");

    /** An IPv4 address, which may be without a port; an IPv6 address or a name, with one. */
    private static final Pattern SOCKET =
            Pattern.compile("(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?!\\.?\\w)(?::(\\d{2,5})\\b)?"
                    + "|\\[([0-9a-f]{0,4}:[0-9a-f:.]{2,45})\\]:(\\d{2,5})\\b"
                    + "|(?<![\\w./-])((?:[a-z0-9-]{1,60}\\.){1,8}(?!(?:c|cc|cpp|cs|go|h|hpp|java|js|kt|py|rs|ts|lua):)"
                    + "[a-z][a-z0-9-]{1,60}):(\\d{2,5})\\b");

    private static final int MOST_DIGITS = 5;
    private static final int MOST_PORT = 0xFFFF;

    /**
     * The best way in which a line names the endpoint.
     *
     * @param line in lower case, as the hosts of endpoints are
     */
    static Naming of(Endpoint endpoint, String line) {
        Naming best = NOT;
        String host = endpoint.host();
        int at = host.isEmpty() ? -1 : line.indexOf(host);
        while (at >= 0 && best != HOST_AND_PORT) {
            int end = at + host.length();
            if (!goesOn(line, at - 1) && !goesOn(line, end)) {
                Naming here = withPort(endpoint.port(), line, end);
                best = here.compareTo(best) > 0 ? here : best;
            }
            at = line.indexOf(host, end);
        }
        return best;
    }

    /** Whether a line in lower case names any endpoint. */
    static boolean ofAny(String line) {
        return SOME_ADDRESS.matcher(line).find();
    }

    /** The sockets that a line in lower case names, each once; without a port where only an address stands. */
    static List<Endpoint> all(String line) {
        return SOCKET.matcher(line).results().map(Naming::socket).distinct().toList();
    }

    private static Endpoint socket(MatchResult found) {
        int group = 1;
        while (found.group(group) == null) {
            group += 2;
        }
        String digits = found.group(group + 1);
        int port = digits == null ? 0 : Integer.parseInt(digits);
        return new Endpoint(NetworkAddress.canonical(found.group(group)), port > MOST_PORT ? 0 : port);
    }

    /** Whether a name or an address does not end at a character: it stands alone before the point at the end of a sentence. */
    private static boolean goesOn(String line, int at) {
        if (at < 0 || at >= line.length()) {
            return false;
        }
        char c = line.charAt(at);
        boolean point = c == '.' && at + 1 < line.length() && Character.isLetterOrDigit(line.charAt(at + 1));
        return Character.isLetterOrDigit(c) || c == '-' || c == '@' || point;
    }

    private static Naming withPort(int port, String line, int end) {
        int at = end < line.length() && line.charAt(end) == ']' ? end + 1 : end;
        int number = 0;
        int digits = 0;
        if (at < line.length() && line.charAt(at) == ':') {
            while (digits < MOST_DIGITS && at + 1 + digits < line.length() && isDigit(line.charAt(at + 1 + digits))) {
                number = number * 10 + line.charAt(at + 1 + digits) - '0';
                digits++;
            }
        }
        if (digits == 0 || port == 0) {
            return HOST;
        }
        return number == port ? HOST_AND_PORT : OTHER_PORT;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
