package org.callcause.rules.teams.codes;

import java.util.OptionalInt;
import java.util.Set;

/** What the digits of a subcode say by themselves. Only what Microsoft documents of them is read. */
public final class Subcodes {

    private static final Set<String> NORMAL = Set.of("540000", "560000");
    private static final Set<String> NORMAL_CODES = Set.of("0", "200");

    private Subcodes() {}

    /**
     * The SIP code with which the SBC itself ended the call: {@code 560nnn}. Everything else was made by Microsoft; another
     * document counts 540nnn to the SBC too, but its rows show Microsoft refusing what the SBC had sent.
     */
    static OptionalInt answeredBySbc(String subcode) {
        return subcode.length() == 6 && subcode.startsWith("560") && isNumber(subcode)
                ? OptionalInt.of(Integer.parseInt(subcode.substring(3)))
                : OptionalInt.empty();
    }

    /** Whether an answered call ended as calls end: 0 or, for calling bots, 200, with 540000 or 560000. */
    public static boolean isNormalEnd(String code, String subcode) {
        return NORMAL_CODES.contains(code) && NORMAL.contains(subcode);
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
