package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;

/** Two codes side by side, both in full: what sets them apart first, then topic by topic. */
public final class CodeComparison {

    private final CodeEntry one;
    private final CodeEntry other;
    private final List<String> contrast;
    private final CodeLabels labels;

    /**
     * The comparison of two entries, which are in this language already.
     *
     * @param contrast what the books know of the two side by side
     */
    public CodeComparison(CodeEntry one, CodeEntry other, List<String> contrast, Locale language) {
        this.one = one;
        this.other = other;
        this.contrast = List.copyOf(contrast);
        this.labels = CodeLabels.in(language);
    }

    /**
     * Writes the comparison for a person, in UTF-8.
     *
     * @throws IOException if the output cannot be written
     */
    public void writeText(OutputStream output, TextOptions options) throws IOException {
        Style style = new Style(options.colour());
        Prose prose = new Prose(options.width());
        String title = labels.filled("compared", Wording.printable(one.title()), Wording.printable(other.title()));
        prose.line(style.bold(title)).line("=".repeat(title.length()));
        said(prose, style, "difference", difference());
        if (!contrast.isEmpty()) {
            said(prose, style, "classes", Optional.of(String.join(" ", contrast)));
        }
        said(prose, style, "apart", apart());
        boolean same = one.reference().equals(other.reference());
        each(prose, style, labels.get("each.category"), CodeEntry::category, same);
        for (CodeTopic topic : CodeTopic.values()) {
            each(prose, style, labels.each(topic), entry -> entry.text(topic).map(CodeLabels::sentence), same);
        }
        each(
                prose,
                style,
                labels.get("each.sources"),
                entry -> Optional.of(CodeExplanation.sources(entry)).filter(sources -> !sources.isEmpty()),
                same);
        output.write(prose.toString().getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private void said(Prose prose, Style style, String label, Optional<String> text) {
        text.ifPresent(
                sentence -> prose.blank().line(style.bold(labels.get(label))).paragraph("  ", sentence));
    }

    private void each(
            Prose prose, Style style, String heading, Function<CodeEntry, Optional<String>> aspect, boolean same) {
        Optional<String> first = aspect.apply(one);
        Optional<String> second = same ? Optional.empty() : aspect.apply(other);
        if (first.isEmpty() && second.isEmpty()) {
            return;
        }
        prose.blank().line(style.bold(heading));
        int column = Math.max(one.reference().length(), other.reference().length()) + 4;
        first.ifPresent(text -> of(prose, style, one, column, text));
        second.ifPresent(text -> of(prose, style, other, column, text));
    }

    private static void of(Prose prose, Style style, CodeEntry entry, int column, String text) {
        String reference = Wording.printable(entry.reference());
        String padding = " ".repeat(Math.max(2, column - 2 - reference.length()));
        prose.paragraph("  " + style.bold(reference) + padding, " ".repeat(column), text);
    }

    /** The difference in one sentence, made of what each means. */
    private Optional<String> difference() {
        if (one.reference().equals(other.reference())) {
            return Optional.of(labels.filled("same", one.title()));
        }
        return one.text(CodeTopic.MEANING)
                .flatMap(first -> other.text(CodeTopic.MEANING)
                        .map(second -> labels.filled(
                                "difference.sentence", one.title(), clause(first), other.title(), clause(second))));
    }

    private static String clause(String meaning) {
        return meaning.endsWith(".") ? meaning.substring(0, meaning.length() - 1) : meaning;
    }

    private Optional<String> apart() {
        return one.apartFrom(other.reference()).or(() -> other.apartFrom(one.reference()));
    }

    /**
     * Writes the comparison as one JSON document.
     *
     * @throws IOException if the output cannot be written
     */
    public void writeJson(OutputStream output) throws IOException {
        output.write(JsonCodes.comparison(labels.language(), List.of(one, other), difference(), contrast, apart()));
        output.flush();
    }
}
