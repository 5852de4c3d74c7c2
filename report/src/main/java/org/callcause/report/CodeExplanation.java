package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.callcause.diagnosis.Reference;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rule.ConfusableCode;

/** What code books say of one code or several, for a person or a program. */
public final class CodeExplanation {

    private record Line(String label, String text) {}

    private final List<CodeEntry> entries;
    private final CodeLabels labels;

    /** The explanation of these entries, which are in this language already. */
    public CodeExplanation(List<CodeEntry> entries, Locale language) {
        this.entries = List.copyOf(entries);
        this.labels = CodeLabels.in(language);
    }

    /** The languages in which it can be given. */
    public static List<Locale> languages() {
        return CodeLabels.LANGUAGES;
    }

    /**
     * Writes the explanation for a person, in UTF-8.
     *
     * @throws IOException if the output cannot be written
     */
    public void writeText(OutputStream output, TextOptions options) throws IOException {
        Style style = new Style(options.colour());
        Prose prose = new Prose(options.width());
        boolean first = true;
        for (CodeEntry entry : entries) {
            if (!first) {
                prose.blank();
            }
            first = false;
            Prose.wrap(entry.title(), options.width()).forEach(line -> prose.line(style.bold(line)));
            entry.category().ifPresent(category -> prose.line(style.dim(Wording.printable(category))));
            prose.blank();
            lines(prose, style, entry);
        }
        output.write(prose.toString().getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private void lines(Prose prose, Style style, CodeEntry entry) {
        List<Line> lines = new ArrayList<>();
        for (CodeTopic topic : CodeTopic.values()) {
            entry.text(topic).ifPresent(text -> lines.add(new Line(labels.topic(topic), CodeLabels.sentence(text))));
        }
        String label = labels.get("confusables");
        for (ConfusableCode confusable : entry.confusables()) {
            lines.add(new Line(label, named(confusable)));
            label = "";
        }
        if (!entry.sources().isEmpty()) {
            lines.add(new Line(labels.get("sources"), sources(entry)));
        }
        int column =
                lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        for (Line line : lines) {
            String padding = " ".repeat(column - line.label().length());
            prose.paragraph("  " + style.bold(line.label()) + padding + "  ", " ".repeat(column + 4), line.text());
        }
    }

    /** The test, which mostly names the other code itself. */
    private static String named(ConfusableCode confusable) {
        String reference = confusable.reference();
        String number = reference.substring(reference.lastIndexOf('/') + 1);
        if (confusable.test().contains(number)) {
            return confusable.test();
        }
        return confusable.test().isEmpty() ? reference : reference + ": " + confusable.test();
    }

    static String sources(CodeEntry entry) {
        return entry.sources().stream().map(Reference::text).collect(Collectors.joining("; "));
    }

    /**
     * Writes the explanation as one JSON document.
     *
     * @throws IOException if the output cannot be written
     */
    public void writeJson(OutputStream output) throws IOException {
        output.write(JsonCodes.explanation(labels.language(), entries));
        output.flush();
    }
}
