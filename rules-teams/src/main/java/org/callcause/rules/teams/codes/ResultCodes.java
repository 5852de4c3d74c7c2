package org.callcause.rules.teams.codes;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.diagnosis.Cause;
import org.callcause.rules.teams.codes.ResultCode.Maker;
import org.callcause.rules.teams.codes.ResultCode.Outcome;
import org.callcause.rules.teams.codes.ResultCode.Scope;
import org.callcause.rules.teams.facts.FactTable;

/**
 * Microsoft's documented pairs of SIP code and subcode, from {@code result-codes.tsv}. A pair alone is not unique: where
 * it stands for several things, the phrase decides.
 */
public final class ResultCodes {

    private static final List<ResultCode> ALL = FactTable.rows(ResultCodes.class, "result-codes.tsv").stream()
            .map(ResultCodes::read)
            .toList();

    private ResultCodes() {}

    private static ResultCode read(Map<String, String> row) {
        String cause = FactTable.cell(row, "cause");
        return new ResultCode(
                FactTable.cell(row, "code"),
                FactTable.cell(row, "subcode"),
                FactTable.cell(row, "phrase"),
                Maker.valueOf(FactTable.cell(row, "made by").toUpperCase(Locale.ROOT)),
                Outcome.valueOf(FactTable.cell(row, "outcome").toUpperCase(Locale.ROOT)),
                cause.isEmpty() ? Optional.empty() : Optional.of(new Cause(cause)),
                Scope.of(FactTable.cell(row, "scope")),
                FactTable.cell(row, "meaning"),
                FactTable.cell(row, "action"),
                FactTable.cell(row, "note"),
                FactTable.cell(row, "source"));
    }

    /** Every row, in the order of the file. */
    public static List<ResultCode> all() {
        return ALL;
    }

    /**
     * The rows of a pair, those documented for Direct Routing first. The code 200 of a calling bot and the 0 of the other
     * records are the same.
     */
    public static List<ResultCode> of(String code, String subcode) {
        List<ResultCode> exact = matching(code, subcode);
        if (exact.isEmpty() && Subcodes.isNormalEnd(code, subcode)) {
            return matching("0", subcode);
        }
        return exact;
    }

    private static List<ResultCode> matching(String code, String subcode) {
        return ALL.stream()
                .filter(row -> row.code().equals(code) && hasSubcode(row, subcode))
                .sorted(Comparator.comparing(ResultCode::scope))
                .toList();
    }

    /** The rows of a subcode under whatever SIP code. */
    static List<ResultCode> ofSubcode(String subcode) {
        return ALL.stream()
                .filter(row -> !subcode.isEmpty() && hasSubcode(row, subcode))
                .sorted(Comparator.comparing(ResultCode::scope))
                .toList();
    }

    /** The rows of a SIP code. */
    static List<ResultCode> ofCode(String code) {
        return ALL.stream().filter(row -> row.code().equals(code)).toList();
    }

    private static boolean hasSubcode(ResultCode row, String subcode) {
        return row.subcode().equals(subcode)
                || Stream.of(row.subcode().split(" / ", -1)).anyMatch(subcode::equals);
    }

    /** The row of a pair whose phrase is nearest to what stands beside the pair. */
    public static Optional<ResultCode> best(String code, String subcode, String phrase) {
        List<ResultCode> rows = of(code, subcode);
        Optional<ResultCode> byPhrase =
                rows.stream().filter(row -> Phrases.agree(row.phrase(), phrase)).findFirst();
        return byPhrase.or(() -> rows.stream().findFirst());
    }

    /** The Direct Routing row whose phrase a text contains; phrases of a word or two say too little for that. */
    public static Optional<ResultCode> inText(String code, String text) {
        return ALL.stream()
                .filter(row -> row.scope().isDocumentedForTeams() && row.code().equals(code))
                .filter(row -> Phrases.contains(text, row.phrase()))
                .max(Comparator.comparingInt(row -> row.phrase().length()));
    }
}
