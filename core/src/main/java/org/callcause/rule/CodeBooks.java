package org.callcause.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code books of all modules, those of standards first. A book that throws is logged and hides no other. */
public final class CodeBooks {

    private static final Logger LOG = LoggerFactory.getLogger(CodeBooks.class);

    private final List<CodeBook> books;

    private CodeBooks(List<CodeBook> books) {
        this.books = List.copyOf(books);
    }

    /** The books of the modules of this set. */
    public static CodeBooks of(RuleSet rules) {
        List<CodeBook> books = new ArrayList<>();
        rules.modules().forEach(module -> books.addAll(asked(module, RuleModule::codeBooks)));
        books.sort(Comparator.comparing(book -> !isStandard(book)));
        return new CodeBooks(books);
    }

    /** Whether no module has one. */
    public boolean isEmpty() {
        return books.isEmpty();
    }

    /** What every book says to this code, standards first. */
    public List<CodeEntry> find(String asked, Locale language) {
        return ofEach(book -> book.find(asked.strip(), language));
    }

    /** All references, each once. */
    public List<String> references() {
        return List.copyOf(new LinkedHashSet<>(ofEach(CodeBook::references)));
    }

    /** What every book knows of the two side by side. */
    public List<String> compare(CodeEntry one, CodeEntry other, Locale language) {
        return ofEach(book -> book.compare(one, other, language));
    }

    private <T> List<T> ofEach(Function<CodeBook, List<T>> question) {
        return books.stream().flatMap(book -> asked(book, question).stream()).toList();
    }

    private static boolean isStandard(CodeBook book) {
        return asked(book, each -> List.of(each.isStandard())).contains(true);
    }

    private static <S, T> List<T> asked(S source, Function<S, List<T>> question) {
        try {
            return List.copyOf(question.apply(source));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
            LOG.warn("{} could not answer", source.getClass().getName(), broken);
            return List.of();
        }
    }
}
