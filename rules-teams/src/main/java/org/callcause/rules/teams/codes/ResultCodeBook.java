package org.callcause.rules.teams.codes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.rule.CodeBook;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rules.teams.codes.ResultCode.Maker;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;

/**
 * Microsoft's pairs of SIP code and subcode: {@code teams/403/510532}, {@code 403/510532}, {@code 510532}, a phrase; and
 * for a SIP code alone the subcodes that are documented with it.
 */
public final class ResultCodeBook implements CodeBook {

    private static final String PREFIX = "teams/";
    private static final int SHORTEST_SUBCODE = 4;
    private static final int SHORTEST_PHRASE = 8;

    @Override
    public String title() {
        return "Microsoft Teams: SIP codes with Microsoft's subcodes";
    }

    @Override
    public List<CodeEntry> find(String asked, Locale language) {
        String bare = asked.toLowerCase(Locale.ROOT).startsWith(PREFIX) ? asked.substring(PREFIX.length()) : asked;
        String[] parts = bare.strip().split("\\s*/\\s*", -1);
        if (Stream.of(parts).allMatch(Subcodes::isNumber) && parts.length <= 2) {
            return parts.length == 2 ? pair(parts[0], parts[1]) : single(parts[0]);
        }
        return phrase(bare);
    }

    private static List<CodeEntry> pair(String code, String subcode) {
        List<ResultCode> rows = ResultCodes.of(code, subcode);
        if (!rows.isEmpty()) {
            return entries(rows);
        }
        OptionalInt answer = Subcodes.answeredBySbc(subcode);
        return answer.isPresent()
                ? List.of(ofSbc(code, subcode, answer.getAsInt()))
                : entries(ResultCodes.ofSubcode(subcode));
    }

    private static List<CodeEntry> single(String number) {
        if (number.length() == 3) {
            return ResultCodes.ofCode(number).isEmpty() ? List.of() : List.of(overview(number));
        }
        return number.length() < SHORTEST_SUBCODE ? List.of() : pairOf(number);
    }

    private static List<CodeEntry> pairOf(String subcode) {
        List<ResultCode> rows = ResultCodes.ofSubcode(subcode);
        OptionalInt answer = Subcodes.answeredBySbc(subcode);
        return rows.isEmpty() && answer.isPresent()
                ? List.of(ofSbc(String.valueOf(answer.getAsInt()), subcode, answer.getAsInt()))
                : entries(rows);
    }

    private static List<CodeEntry> phrase(String text) {
        String wanted = Phrases.plain(text);
        return wanted.length() < SHORTEST_PHRASE
                ? List.of()
                : entries(ResultCodes.all().stream()
                        .filter(row -> Phrases.plain(row.phrase()).contains(wanted))
                        .toList());
    }

    private static List<CodeEntry> entries(List<ResultCode> rows) {
        return rows.stream()
                .map(row -> entry(
                        row,
                        rows.stream().filter(other -> isOfSamePair(row, other)).count()))
                .toList();
    }

    /** The documents on other products tell the same meaning in other words. */
    private static boolean isOfSamePair(ResultCode row, ResultCode other) {
        return row.reference().equals(other.reference()) && row.scope() == other.scope();
    }

    private static CodeEntry entry(ResultCode row, long meanings) {
        return CodeEntry.of(row.reference(), row.phrase())
                .in(row.outcome().sentence())
                .says(CodeTopic.MEANING, row.meaning())
                .says(CodeTopic.MADE_BY, maker(row))
                .says(CodeTopic.OPERATOR, row.action().equals("Nothing") ? "Nothing has to be done" : row.action())
                .says(CodeTopic.NOTE, note(row, meanings))
                .cites(row.source());
    }

    private static String maker(ResultCode row) {
        if (Subcodes.answeredBySbc(row.subcode()).isPresent() && row.madeBy() == Maker.SBC) {
            return "The SBC, of its own or as the carrier's answer that it passed on: subcodes 560nnn are the SBC's"
                    + " final response nnn";
        }
        return switch (row.madeBy()) {
            case MICROSOFT -> "A Microsoft service: only 560nnn is the SBC's own answer";
            case SBC -> "The side of the SBC";
            case CLIENT -> "A client";
            case DEPENDS -> "Whichever side ended the call: the document does not say";
        };
    }

    private static String note(ResultCode row, long meanings) {
        List<String> notes = new ArrayList<>();
        if (meanings > 1) {
            notes.add(
                    "One of " + meanings + " meanings of this pair, which the phrase tells apart: hold the one in your"
                            + " report against the one above.");
        }
        if (!row.note().isEmpty()) {
            notes.add(row.note());
        }
        if (row.subcode().startsWith("540")) {
            notes.add("540nnn is the leg towards Teams. One document counts it to the SBC; its rows show Microsoft"
                    + " refusing what the SBC sent.");
        }
        if (!row.scope().isDocumentedForTeams()) {
            notes.add("Documented for " + row.scope().sentence() + ": likely the same in Teams.");
        }
        return String.join(" ", notes);
    }

    private static CodeEntry ofSbc(String code, String subcode, int answer) {
        return CodeEntry.of(PREFIX + code + "/" + subcode, "")
                .says(CodeTopic.MEANING, "the SBC answered Microsoft with " + answer)
                .says(CodeTopic.MADE_BY, "The SBC, of its own or as the carrier's answer that it passed on")
                .says(CodeTopic.OPERATOR, "Read the SBC's log of this call, and what " + answer + " means")
                .cites(Documents.RESULT_CODES);
    }

    /** A SIP code alone: which subcodes there are, and what each says. */
    private static CodeEntry overview(String code) {
        CodeEntry entry = CodeEntry.of(PREFIX + code, "")
                .says(CodeTopic.MEANING, inTeams(code))
                .says(CodeTopic.WHEN, documented(code))
                .says(CodeTopic.OPERATOR, Places.place(Places.USAGE_REPORT))
                .cites(Documents.RESULT_CODES)
                .cites(Documents.CALL_END_CODES);
        return code.equals("606")
                ? entry.confusedWith(
                        "603",
                        "603 says that somebody or something declined; 606 that the callee is in Do Not Disturb or,"
                                + " with a Warning or a session description, that no device takes the media")
                : entry;
    }

    private static String documented(String code) {
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        ResultCodes.ofCode(code)
                .forEach(row -> meanings.computeIfAbsent(row.subcode(), fresh -> new LinkedHashSet<>())
                        .add(row.meaning()));
        return meanings.entrySet().stream()
                .map(row -> (row.getKey().isEmpty() ? "Without a subcode: " : "With " + row.getKey() + ": ")
                        + String.join("; or ", row.getValue()) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String inTeams(String code) {
        return switch (code) {
            case "603" ->
                "the call was declined, rang out or lost its transfer target, or a machine behind the SBC refused it:"
                        + " what the call was for, and its subcode, tell which";
            case "606" ->
                "the callee is in Do Not Disturb, unless a Warning or a session description shows that no device takes"
                        + " the offered media; documented for Lync and Skype for Business";
            default -> code + " tells only what happened; Microsoft's subcode beside it tells why";
        };
    }

    @Override
    public List<String> references() {
        Set<String> references = new LinkedHashSet<>();
        ResultCodes.all().forEach(row -> references.add(row.reference()));
        return List.copyOf(references);
    }
}
