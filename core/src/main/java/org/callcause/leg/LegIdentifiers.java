package org.callcause.leg;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;
import org.callcause.message.Via;

/** What an invitation says that the invitation of another leg may say as well, each in the form in which the two compare. */
final class LegIdentifiers {

    private static final String COOKIE = "z9hG4bK";

    private LegIdentifiers() {}

    /** The first UUID of Session-ID (RFC 7989 5), where it is one. */
    static Optional<String> sessionId(SipMessage invite) {
        return invite.header(HeaderName.SESSION_ID)
                .map(LegIdentifiers::firstPart)
                .filter(LegIdentifiers::isRealSessionId);
    }

    /** The branch of a Via, where it is one that is unique (RFC 3261 8.1.1.7). */
    static Optional<String> uniqueBranch(Via via) {
        return via.branch().filter(branch -> branch.startsWith(COOKIE) && branch.length() > COOKIE.length());
    }

    private static String firstPart(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).trim();
    }

    /** RFC 7989 5: the nil UUID stands for a side that is not known yet. */
    private static boolean isRealSessionId(String value) {
        return value.length() >= 16 && value.chars().anyMatch(c -> c != '0' && c != '-');
    }

    /** The icid of P-Charging-Vector (RFC 7315 5.6). */
    static Optional<String> chargingId(SipMessage invite) {
        return invite.header(HeaderName.P_CHARGING_VECTOR).flatMap(value -> {
            for (String part : value.split(";", -1)) {
                String parameter = part.trim();
                if (parameter.toLowerCase(Locale.ROOT).startsWith("icid-value=")) {
                    String icid = parameter
                            .substring(parameter.indexOf('=') + 1)
                            .replace("\"", "")
                            .trim();
                    return icid.isEmpty() ? Optional.empty() : Optional.of(icid);
                }
            }
            return Optional.empty();
        });
    }

    /** The o= line of the offer, which RFC 8866 5.2 makes unique to one session. */
    static Optional<String> originLine(SipMessage invite) {
        return invite.bodyLength() == 0
                ? Optional.empty()
                : invite.bodyText()
                        .lines()
                        .limit(2)
                        .filter(line -> line.startsWith("o="))
                        .findFirst();
    }

    /** Whom the invitation is for: the users of its request line and of To. */
    static Set<String> targets(SipRequest invite) {
        Set<String> users = new LinkedHashSet<>();
        String line = invite.startLine();
        int from = line.indexOf(' ');
        int to = line.lastIndexOf(' ');
        if (from > 0 && to > from) {
            users.add(user(SipUri.parse(line.substring(from + 1, to))));
        }
        invite.to().ifPresent(address -> users.add(user(address.uri())));
        users.remove("");
        return users;
    }

    /** The user, or the host of an address without one, in lower case. */
    static String user(SipUri uri) {
        return uri.user().filter(user -> !user.isEmpty()).orElse(uri.host()).toLowerCase(Locale.ROOT);
    }

    /** User and host in lower case, without a port or anything else. */
    static String bare(SipUri uri) {
        return (uri.user().orElse("") + "@" + uri.host()).toLowerCase(Locale.ROOT);
    }
}
