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
        long plain = plain(index, header);
        return plain == Range.UNUSUAL
                ? readInFull(index.value(index.find(header, 0)))
                : index.text(Range.from(plain), Range.to(plain));
    }

    /**
     * Where the name in the first header of this name stands, where user and host follow each other and are written as
     * they are meant, which is in ASCII; {@link Range#UNUSUAL} where they are not.
     */
    static long plain(MessageIndex index, HeaderName header) {
        int line = index.find(header, 0);
        if (line < 0) {
            return Range.ABSENT;
        }
        int end = index.valueEnd(line);
        long user =
                index.isFolded(line) ? Range.UNUSUAL : PartyHash.user(index.bytes, index.valueStart(line, end), end);
        return user == Range.UNUSUAL ? Range.UNUSUAL : plain(index.bytes, Range.from(user), Range.to(user), end);
    }

    private static long plain(byte[] bytes, int from, int at, int valueEnd) {
        for (int i = from; i < at; i++) {
            if (bytes[i] == '%' || bytes[i] == ';' || bytes[i] < 0) {
                return Range.UNUSUAL;
            }
        }
        int end = at + 1;
        while (end < valueEnd && isOfHostName(bytes[end])) {
            end++;
        }
        boolean ends = end < valueEnd && (bytes[end] == '>' || bytes[end] == ':' || bytes[end] == ';');
        if (bytes[at] != '@' || end == at + 1 || !ends) {
            return Range.UNUSUAL;
        }
        return Range.of(from, isNumber(bytes, from, at) ? at : end);
    }

    private static boolean isNumber(byte[] name, int from, int to) {
        int digits = name[from] == '+' ? from + 1 : from;
        return to - digits >= FEWEST_DIGITS && AsciiSearch.endOfDigits(name, digits, to) == to;
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
