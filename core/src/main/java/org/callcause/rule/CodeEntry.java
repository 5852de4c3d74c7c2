package org.callcause.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callcause.diagnosis.Reference;

/**
 * What a {@link CodeBook} knows of one code, in one language. Whatever the book does not know is absent. Texts are
 * sentences without formatting; a missing capital or full stop is added where they are shown. Immutable: begin with
 * {@link #of} and add.
 */
public final class CodeEntry {

    private final String reference;
    private final String phrase;
    private final String category;
    private final Map<CodeTopic, String> texts;
    private final List<ConfusableCode> confusables;
    private final List<Reference> sources;

    private CodeEntry(
            String reference,
            String phrase,
            String category,
            Map<CodeTopic, String> texts,
            List<ConfusableCode> confusables,
            List<Reference> sources) {
        this.reference = reference;
        this.phrase = phrase;
        this.category = category;
        this.texts = texts;
        this.confusables = List.copyOf(confusables);
        this.sources = List.copyOf(sources);
    }

    /**
     * Begins an entry.
     *
     * @param reference the code as it is asked for, such as {@code 603}, {@code Q.850/34} or {@code teams/403/510532}
     * @param phrase the name that stands beside it on the wire or in the manual; empty if it has none
     */
    public static CodeEntry of(String reference, String phrase) {
        return new CodeEntry(
                Objects.requireNonNull(reference, "reference"),
                Objects.requireNonNull(phrase, "phrase"),
                "",
                new EnumMap<>(CodeTopic.class),
                List.of(),
                List.of());
    }

    /** The code as it is asked for, the same in every language. */
    public String reference() {
        return reference;
    }

    /** The name beside the code; empty if it has none. */
    public String phrase() {
        return phrase;
    }

    /** The reference and, if there is one, the phrase: {@code 603 Decline}. */
    public String title() {
        return phrase.isEmpty() ? reference : reference + " " + phrase;
    }

    /** The class or group of the code in a few words, such as "6xx, refused everywhere". */
    public Optional<String> category() {
        return category.isEmpty() ? Optional.empty() : Optional.of(category);
    }

    /** What is said on this topic. */
    public Optional<String> text(CodeTopic topic) {
        return Optional.ofNullable(texts.get(topic));
    }

    /** The codes that this one is easily taken for. */
    public List<ConfusableCode> confusables() {
        return confusables;
    }

    /** How to tell this code from the one of this reference, if the two are easily taken for each other. */
    public Optional<String> apartFrom(String other) {
        return confusables.stream()
                .filter(confusable -> confusable.reference().equals(other))
                .map(ConfusableCode::test)
                .filter(test -> !test.isEmpty())
                .findFirst();
    }

    /** Documents and their sections or dates. */
    public List<Reference> sources() {
        return sources;
    }

    /** The entry with this category. */
    public CodeEntry in(String group) {
        return new CodeEntry(reference, phrase, Objects.requireNonNull(group, "group"), texts, confusables, sources);
    }

    /** The entry with this text on the topic; a blank text adds nothing. */
    public CodeEntry says(CodeTopic topic, String text) {
        Map<CodeTopic, String> more = new EnumMap<>(texts);
        if (!text.isBlank()) {
            more.put(topic, text.strip());
        }
        return new CodeEntry(reference, phrase, category, more, confusables, sources);
    }

    /** The entry with one more code that it is taken for. */
    public CodeEntry confusedWith(String other, String test) {
        return new CodeEntry(
                reference, phrase, category, texts, joined(confusables, new ConfusableCode(other, test)), sources);
    }

    /** The entry with one more source. */
    public CodeEntry cites(String source) {
        return new CodeEntry(reference, phrase, category, texts, confusables, joined(sources, new Reference(source)));
    }

    private static <T> List<T> joined(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    @Override
    public String toString() {
        return title();
    }
}
