package org.callcause.incident;

import java.util.Objects;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.message.HeaderName;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipUri;

/**
 * Who a call was between.
 *
 * @param caller the calling address: a number, or user and host; empty when not known
 * @param callee the called address in the same form
 * @param source the endpoint that sent the first request
 * @param peer the endpoint nearest the callee that the capture shows: the trunk, gateway or phone that answered
 */
public record CallParties(String caller, String callee, Endpoint source, Endpoint peer) {

    /** Keeps the parts as they are. */
    public CallParties {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(callee, "callee");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(peer, "peer");
    }

    static CallParties of(Optional<SipMessage> message, Endpoint source, Endpoint peer) {
        return new CallParties(
                who(message.flatMap(first -> first.header(HeaderName.FROM)).orElse("")),
                who(message.flatMap(first -> first.header(HeaderName.TO)).orElse("")),
                source,
                peer);
    }

    /** Plain addresses, which nearly all are, are read in place; the others are left to the full readers. */
    private static String who(String address) {
        int scheme = address.indexOf("<sip:") + 5;
        int at = address.indexOf('@', scheme);
        int close = address.indexOf('>', scheme);
        if (scheme < 5 || at <= scheme || close < at || address.indexOf('"') >= 0) {
            return address.isEmpty() ? "" : who(NameAddress.parse(address).uri());
        }
        int end = at + 1;
        for (int i = scheme; i < at; i++) {
            char character = address.charAt(i);
            if (character == '%' || character == ':' || character == ';' || character == '<') {
                return who(NameAddress.parse(address).uri());
            }
        }
        while (end < close && isOfHostName(address.charAt(end))) {
            end++;
        }
        boolean plain = end == close || address.charAt(end) == ':' || address.charAt(end) == ';';
        return plain && end > at + 1
                ? who(address.substring(scheme, at), address.substring(at + 1, end))
                : who(NameAddress.parse(address).uri());
    }

    private static boolean isOfHostName(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '.'
                || character == '-';
    }

    private static String who(SipUri uri) {
        String user = uri.user().orElse("");
        if (user.isEmpty()) {
            return uri.host().isEmpty() ? uri.raw() : uri.host();
        }
        return who(user, uri.host());
    }

    /** A telephone number is the same at every host; any other user is one of its host. */
    private static String who(String user, String host) {
        return host.isEmpty() || isNumber(user) ? user : user + "@" + host;
    }

    /** Whether the address is a telephone number of six digits or more, with or without a plus sign. */
    public static boolean isNumber(String address) {
        int from = address.startsWith("+") ? 1 : 0;
        for (int i = from; i < address.length(); i++) {
            char digit = address.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return address.length() - from >= 6;
    }
}
