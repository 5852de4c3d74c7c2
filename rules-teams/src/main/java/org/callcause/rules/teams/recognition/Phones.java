package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Locale;

/** Telephones that say so of themselves. */
final class Phones {

    private static final List<String> MAKERS = List.of(
            "yealink",
            "polycom",
            "poly/",
            "snom",
            "grandstream",
            "cisco-cp",
            "cisco/spa",
            "gigaset",
            "fanvil",
            "mitel");

    private Phones() {}

    static boolean isPhone(String product) {
        String lower = product.toLowerCase(Locale.ROOT);
        return MAKERS.stream().anyMatch(lower::startsWith);
    }
}
