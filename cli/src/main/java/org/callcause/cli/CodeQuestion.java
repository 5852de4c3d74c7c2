package org.callcause.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callcause.rule.CodeBooks;
import org.callcause.rule.CodeEntry;

/** Finds the codes in the words of a command line. A code may be several words, such as {@code Q.850 34}. */
final class CodeQuestion {

    private static final int MOST_SUGGESTIONS = 4;
    private static final int LONGEST_TITLE = 30;
    private static final Pattern NO_STATUS = Pattern.compile("[0789]\\d\\d");

    private final CodeBooks books;
    private final Locale language;

    CodeQuestion(CodeBooks books, Locale language) {
        this.books = books;
        this.language = language;
    }

    /** What there is of one code, or of each word where every word is a code. */
    List<CodeEntry> entries(List<String> words) {
        String asked = String.join(" ", words);
        List<CodeEntry> entries = books.find(asked, language);
        if (!entries.isEmpty()) {
            return entries;
        }
        if (words.size() > 1 && words.stream().noneMatch(word -> find(word).isEmpty())) {
            return words.stream().flatMap(word -> find(word).stream()).toList();
        }
        throw unknown(asked);
    }

    /** The two codes of the words, each the first that the books give. */
    List<CodeEntry> pair(List<String> words) {
        if (words.size() < 2) {
            throw CommandException.badInput("say two codes to compare, such as: callcause compare 100 603");
        }
        return IntStream.range(1, words.size())
                .mapToObj(cut -> pair(part(words, 0, cut), part(words, cut, words.size())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> notTwo(words));
    }

    private CommandException notTwo(List<String> words) {
        if (words.size() == 2) {
            return unknown(words.stream()
                    .filter(word -> find(word).isEmpty())
                    .findFirst()
                    .orElse(words.get(0)));
        }
        boolean eachIsOne = words.stream().noneMatch(word -> find(word).isEmpty());
        return eachIsOne
                ? CommandException.badInput("say two codes to compare, not " + words.size())
                : unknown(String.join(" ", words));
    }

    private Optional<List<CodeEntry>> pair(String one, String other) {
        List<CodeEntry> first = find(one);
        List<CodeEntry> second = find(other);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(first.get(0), second.get(0)));
    }

    private List<CodeEntry> find(String asked) {
        return books.find(asked, language);
    }

    private static String part(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    private CommandException unknown(String asked) {
        if (NO_STATUS.matcher(asked).matches()) {
            return CommandException.badInput(asked + ": no code book knows it; SIP status codes are 100 to 699");
        }
        String near = near(asked).collect(Collectors.joining(", "));
        return CommandException.badInput(asked + ": no code book knows it; "
                + (near.isEmpty() ? "write a code such as 603, Q.850/34 or warning/305" : "near: " + near));
    }

    /** References that differ by a slip of the finger or end alike, else codes whose name has the words in it. */
    private Stream<String> near(String asked) {
        String wanted = plain(asked);
        List<String> references = books.references();
        List<String> near = references.stream()
                .filter(reference -> isNear(wanted, reference))
                .limit(MOST_SUGGESTIONS)
                .toList();
        if (!near.isEmpty() || wanted.length() < 3) {
            return near.stream();
        }
        return references.stream()
                .flatMap(reference -> find(reference).stream().limit(1))
                .filter(entry -> plain(entry.phrase()).contains(wanted))
                .limit(MOST_SUGGESTIONS)
                .map(CodeQuestion::inShort);
    }

    private static String inShort(CodeEntry entry) {
        return entry.title().length() > LONGEST_TITLE ? entry.reference() : entry.title();
    }

    private static boolean isNear(String wanted, String reference) {
        String plain = plain(reference);
        boolean isTail = reference.substring(reference.lastIndexOf('/') + 1).equalsIgnoreCase(wanted);
        return isTail || (wanted.length() > 1 && differByOne(wanted, plain));
    }

    /** Lower-case letters and digits alone: how people space and dot a code is their own. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether one character too much, too little or another one is all that differs. */
    private static boolean differByOne(String one, String other) {
        int difference = one.length() - other.length();
        if (Math.abs(difference) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String restOfOne = one.substring(Math.min(one.length(), same + (difference >= 0 ? 1 : 0)));
        String restOfOther = other.substring(Math.min(other.length(), same + (difference <= 0 ? 1 : 0)));
        return restOfOne.equals(restOfOther);
    }
}
