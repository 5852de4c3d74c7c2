package org.callcause.rules.teams.codes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.rules.teams.facts.FactTable;

/** The numbers behind {@code HRESULT=} in Microsoft's phrases on failed TLS, from {@code security-statuses.tsv}. */
public final class SecurityStatuses {

    /**
     * One of them.
     *
     * @param number as the phrase writes it
     * @param name what Windows calls it
     * @param meaning a clause that can follow "means that"
     * @param action what whoever is in charge does
     * @param inferred whether the meaning is Windows' own, which Microsoft's page does not say
     * @param resultCode the pair of SIP code and subcode that it is documented with
     */
    public record SecurityStatus(
            String number, String name, String meaning, String action, boolean inferred, String resultCode) {}

    private static final List<SecurityStatus> ALL =
            FactTable.rows(SecurityStatuses.class, "security-statuses.tsv").stream()
                    .map(row -> new SecurityStatus(
                            FactTable.cell(row, "number"),
                            FactTable.cell(row, "name"),
                            FactTable.cell(row, "meaning"),
                            FactTable.cell(row, "action"),
                            FactTable.cell(row, "confidence").equals("inferred"),
                            FactTable.cell(row, "source")))
                    .toList();

    private SecurityStatuses() {}

    /** All of them. */
    public static List<SecurityStatus> all() {
        return ALL;
    }

    /** By number, with or without {@code 0x}, or by name. */
    public static Optional<SecurityStatus> find(String asked) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(status -> status.number().equals(wanted)
                        || status.number().equals("0x" + wanted)
                        || status.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** The one that a phrase names. */
    public static Optional<SecurityStatus> inText(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(status -> lower.contains("hresult=" + status.number()) || lower.contains(" " + status.number()))
                .findFirst();
    }
}
