package org.callcause.acceptance.secondopinion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Why the two parsers differ, and who is right. Each was looked up.
 *
 * @param because the reason, with the RFC where it decides
 * @param covers the disagreements that it explains
 */
record Explanation(String because, Predicate<Disagreement> covers) {

    static final List<Explanation> ALL = List.of(
            new Explanation(
                    "What is not UTF-8 we read as Latin-1, as old devices send it; it puts U+FFFD for each such byte.",
                    both -> both.ours().stream()
                            .map(Explanation::readAsUtf8)
                            .toList()
                            .equals(both.theirs())),
            new Explanation(
                    "It makes up a Content-Length of 0 where none can be read; we say that there is none.",
                    both -> both.fact() == Fact.CONTENT_LENGTH
                            && both.ours().isEmpty()
                            && both.theirs().equals(List.of("0"))),
            new Explanation(
                    "Of several lengths that contradict each other we take the first; it counts the bytes instead.",
                    both -> both.fact() == Fact.CONTENT_LENGTH && count(both, "content-length") > 1),
            new Explanation(
                    "It drops values that break the grammar, such as a Via with an empty parameter; we keep what they"
                            + " show.",
                    both -> Set.of(Fact.VIA, Fact.ROUTE, Fact.RECORD_ROUTE).contains(both.fact())
                            && both.theirs().size() < both.ours().size()
                            && isSubsequence(both.theirs(), both.ours())),
            new Explanation(
                    "A quoted pair stands for its second character (RFC 3261 25.1); it keeps the backslash.",
                    both -> isAddress(both)
                            && unescaped(both.theirs().toString())
                                    .equals(both.ours().toString())),
            new Explanation(
                    "Spaces within the quotes of a display name belong to it; it strips them.",
                    both -> isAddress(both) && squeezed(both.theirs()).equals(squeezed(both.ours()))),
            new Explanation(
                    "RFC 5118 4.2: without brackets an IPv6 address as host is broken; it mends it silently.",
                    both -> both.fact() == Fact.REQUEST_URI
                            && both.theirs()
                                    .toString()
                                    .replaceAll("[\\[\\]]", "")
                                    .equals(both.ours().toString().replaceAll("[\\[\\]]", ""))),
            new Explanation(
                    "A parameter may stand once (RFC 3261 7.3.1). Of two we take the first, it the second.",
                    both -> (both.fact() == Fact.TO_TAG && parameterTwice(both, "to", "tag"))
                            || (both.fact() == Fact.VIA && parameterTwice(both, "via", "received"))),
            new Explanation(
                    "A carriage return alone ends no line (RFC 3261 7), so what follows it belongs to the value; it"
                            + " cuts there.",
                    both -> both.ours().toString().contains("\r")),
            new Explanation(
                    "It reads the digits at the beginning and ignores what follows; we read a number or none.",
                    both -> both.fact() == Fact.EXPIRES && both.ours().isEmpty()),
            new Explanation(
                    "A status code has three digits; it takes what there is.",
                    both -> both.fact() == Fact.STATUS && both.ours().equals(List.of("0"))),
            new Explanation(
                    "It takes the phrase behind an unreadable status code for missing.",
                    both -> both.fact() == Fact.REASON_PHRASE && both.theirs().equals(List.of(""))),
            new Explanation(
                    "It stops at the parameter that it cannot read; we go on behind it.",
                    both -> both.fact() == Fact.CHALLENGE
                            && both.ours()
                                    .toString()
                                    .startsWith(both.theirs().toString().replaceAll("[ \\]]+$", ""))));

    static Optional<Explanation> of(Disagreement difference) {
        return ALL.stream()
                .filter(explanation -> explanation.covers().test(difference))
                .findFirst();
    }

    @Override
    public String toString() {
        return because;
    }

    private static boolean isAddress(Disagreement both) {
        return Set.of(Fact.FROM, Fact.TO, Fact.CONTACT).contains(both.fact());
    }

    private static boolean parameterTwice(Disagreement both, String header, String name) {
        return Pattern.compile("(?im)^" + header + ":.*;" + name + "=[^,]*;" + name + "=")
                .matcher(both.message())
                .find();
    }

    private static long count(Disagreement both, String headerBeginning) {
        return both.message()
                .lines()
                .filter(line -> line.regionMatches(true, 0, headerBeginning, 0, headerBeginning.length()))
                .count();
    }

    private static boolean isSubsequence(List<String> few, List<String> many) {
        int found = 0;
        for (String each : many) {
            if (found < few.size() && few.get(found).equals(each)) {
                found++;
            }
        }
        return found == few.size();
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static String readAsUtf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String squeezed(List<String> values) {
        return values.toString().replaceAll(" +", " ");
    }
}
