package org.callcause.rule;

import java.util.List;
import java.util.Locale;

/**
 * A dictionary of codes: what a {@link RuleModule} knows of the numbers that its field writes, so that a person can ask
 * without a call at hand. Stateless and thread-safe.
 */
public interface CodeBook {

    /** What is in the book, in one line: "SIP response codes". */
    String title();

    /**
     * Whether its codes are those of a published standard, which is shown before what a vendor reads into the same
     * number.
     */
    default boolean isStandard() {
        return false;
    }

    /**
     * The entries for what a person typed, the best first; empty if it is none of this book. A book takes the forms that
     * people write, and the phrase of a code too. What it cannot say in the asked language it says in English.
     *
     * @param asked without surrounding blanks; any case
     * @param language only its language counts
     */
    List<CodeEntry> find(String asked, Locale language);

    /** The references of all entries, for the suggestion of a near one. */
    List<String> references();

    /**
     * What the book knows of two codes side by side that neither says alone, such as how their classes differ or how a
     * gateway turns one into the other. Each a sentence; the entries may be of other books.
     */
    default List<String> compare(CodeEntry one, CodeEntry other, Locale language) {
        return List.of();
    }
}
