package org.callcause.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A part of a report about something other than captured calls, such as another party's records of them.
 *
 * @param key its name in the JSON document
 * @param title its heading in the text
 * @param notes what is to be said of the whole
 * @param entries what is said of each
 */
public record Supplement(String key, String title, List<String> notes, List<Entry> entries) {

    /** Copies the lists. */
    public Supplement {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(title, "title");
        notes = List.copyOf(notes);
        entries = List.copyOf(entries);
    }

    /**
     * What is said of one thing.
     *
     * @param heading one line
     * @param facts values by name, in the order in which they are to stand
     * @param sentences the findings
     * @param timeline what happened, a line each, in order; columns are kept
     */
    public record Entry(String heading, Map<String, String> facts, List<String> sentences, List<String> timeline) {

        /** Copies the parts. */
        public Entry {
            Objects.requireNonNull(heading, "heading");
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
            sentences = List.copyOf(sentences);
            timeline = List.copyOf(timeline);
        }
    }

    /** The part as text. */
    String text(Style style, int width) {
        Prose prose = new Prose(width);
        notes.forEach(note -> prose.paragraph("", note));
        for (Entry entry : entries) {
            prose.blank().line(style.bold(Wording.printable(entry.heading())));
            List<String> facts = new ArrayList<>();
            entry.facts().forEach((name, value) -> facts.add(name + " " + value));
            prose.paragraph("  ", String.join(", ", facts));
            entry.sentences().forEach(sentence -> prose.paragraph("  ", sentence));
            entry.timeline().forEach(line -> prose.line("    " + Wording.printable(line)));
        }
        return prose.toString();
    }
}
