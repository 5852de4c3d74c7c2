package org.callcause.rules.teams.codes;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Microsoft's phrases as they stand in headers and records: in any case, cut, with or without their last full stop. */
final class Phrases {

    /** "Bad Request" and the like stand beside anything. */
    private static final int SHORTEST_TELLING = 20;

    private static final Pattern SECURITY_STATUS = Pattern.compile("0x[0-9a-f]{8}|(?<=hresult=)\\d{4,}");
    private static final Pattern DECORATION = Pattern.compile("[.\\[\\]\"]|\\s+");

    /** The phrases of the table, which are looked for in the Reason headers of many calls. */
    private static final Map<String, String> PLAIN = new ConcurrentHashMap<>();

    private Phrases() {}

    /** Whether a text contains a phrase of the table. */
    static boolean contains(String text, String phrase) {
        String wanted = PLAIN.computeIfAbsent(phrase, Phrases::plain);
        String lower = text.toLowerCase(Locale.ROOT);
        return wanted.length() >= SHORTEST_TELLING
                && wanted.length() <= lower.length()
                && plain(lower).contains(wanted);
    }

    /** Whether two phrases of one pair are the same: by the security status where both have one, else by their words. */
    static boolean agree(String one, String other) {
        if (other.isBlank()) {
            return false;
        }
        Matcher status = SECURITY_STATUS.matcher(one.toLowerCase(Locale.ROOT));
        Matcher otherStatus = SECURITY_STATUS.matcher(other.toLowerCase(Locale.ROOT));
        if (status.find() && otherStatus.find()) {
            return status.group().equals(otherStatus.group());
        }
        String first = plain(one);
        String second = plain(other);
        return first.contains(second) || second.contains(first);
    }

    static String plain(String text) {
        return DECORATION
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .replaceAll(" +", " ")
                .strip();
    }
}
