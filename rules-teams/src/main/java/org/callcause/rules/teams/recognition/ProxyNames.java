package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callcause.rules.teams.facts.FactTable;

/** The names under which an SBC calls Microsoft's proxies, from {@code proxy-names.tsv}. */
public final class ProxyNames {

    private static final String COMMERCIAL = "commercial";

    private static final List<Map<String, String>> ROWS = FactTable.rows(ProxyNames.class, "proxy-names.tsv");

    private ProxyNames() {}

    /** Those of the commercial cloud in the order in which they are to be tried. */
    public static String inOrder() {
        return ROWS.stream()
                .filter(row -> FactTable.cell(row, "cloud").equals(COMMERCIAL) && !isRetired(row))
                .map(row -> FactTable.cell(row, "name"))
                .collect(Collectors.joining(", then "));
    }

    private static boolean isRetired(Map<String, String> row) {
        return FactTable.cell(row, "role").startsWith("retired");
    }

    /** Those that are served no more, each with what happened to it. */
    public static String retired() {
        return ROWS.stream()
                .filter(ProxyNames::isRetired)
                .map(row -> FactTable.cell(row, "name") + " was " + FactTable.cell(row, "role"))
                .collect(Collectors.joining("; "));
    }
}
