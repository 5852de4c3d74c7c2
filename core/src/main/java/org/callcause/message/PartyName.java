package org.callcause.message;

/**
 * Who an address names, in one short form for counting: a telephone number alone, for it is the same at every host; any
 * other user with its host; a host where there is no user. In the plain cases, which nearly all are, it is read from the
 * bytes; the others are left to the full readers.
 */
public final class PartyName {

    private static final int FEWEST_DIGITS = 6;

    private PartyName() {}

    /** Whether the name is a telephone number of six digits or more, with or without a plus sign. */
    public static boolean isNumber(String name) {
        int from = name.startsWith("+") ? 1 : 0;
        for (int i = from; i < name.length(); i++) {
            char digit = name.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return name.length() - from >= FEWEST_DIGITS;
    }

    /** The name in the first header of this name; empty without one. */
    static String of(MessageIndex index, HeaderName header) {
        int line = index.find(header, 0);
        if (line < 0) {
            return "";
        }
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        String plain = index.isFolded(line) ? "" : plain(index, PartyHash.user(index.bytes, from, end), end);
        return plain.isEmpty() ? readInFull(index.value(line)) : plain;
    }

    /** The name, where user and host follow each other and are written as they are meant; else empty. */
    private static String plain(MessageIndex index, long user, int valueEnd) {
        if (user == Range.UNUSUAL) {
            return "";
        }
        byte[] bytes = index.bytes;
        int from = Range.from(user);
        int at = Range.to(user);
        for (int i = from; i < at; i++) {
            if (bytes[i] == '%' || bytes[i] == ';' || bytes[i] < 0) {
                return "";
            }
        }
        int end = at + 1;
        while (end < valueEnd && isOfHostName(bytes[end])) {
            end++;
        }
        boolean ends = end < valueEnd && (bytes[end] == '>' || bytes[end] == ':' || bytes[end] == ';');
        if (bytes[at] != '@' || end == at + 1 || !ends) {
            return "";
        }
        String name = index.text(from, at);
        return isNumber(name) ? name : index.text(from, end);
    }

    private static boolean isOfHostName(byte character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '.'
                || character == '-';
    }

    private static String readInFull(String address) {
        if (address.isEmpty()) {
            return "";
        }
        SipUri uri = NameAddress.parse(address).uri();
        String user = uri.user().orElse("");
        String host = uri.host();
        if (user.isEmpty()) {
            return host.isEmpty() ? uri.raw() : host;
        }
        return host.isEmpty() || isNumber(user) ? user : user + "@" + host;
    }
}
