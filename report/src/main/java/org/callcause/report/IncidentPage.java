package org.callcause.report;

import java.util.List;
import java.util.Locale;
import org.callcause.incident.Incident;

/** The first page of the text: what is wrong across calls, those that hurt the most calls first. */
final class IncidentPage {

    private static final int MOST = 10;
    private static final String INDENT = "  ";

    private final Style style;
    private final int width;

    IncidentPage(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    /** The page; empty where there is nothing to tell. */
    String text(List<Incident> incidents) {
        List<Incident> counting = incidents.stream()
                .filter(incident -> incident.suppressed().isEmpty())
                .toList();
        Prose prose = new Prose(width);
        if (!counting.isEmpty()) {
            prose.line(Titles.underlined("What is wrong with this system, in order of calls hurt", style)
                    .stripTrailing());
        }
        counting.stream().limit(MOST).forEach(incident -> tell(prose, incident));
        if (counting.size() > MOST) {
            prose.blank()
                    .line(INDENT + Wording.count(counting.size() - MOST, "smaller one")
                            + ", listed in the JSON report.");
        }
        incidents.stream()
                .filter(incident -> incident.suppressed().isPresent())
                .forEach(incident -> prose.blank()
                        .paragraph(
                                "",
                                INDENT,
                                "Not counted: " + incident.title() + " (" + incident.rule() + "): "
                                        + incident.suppressed().orElse("")));
        return prose.toString();
    }

    private void tell(Prose prose, Incident incident) {
        prose.blank();
        prose.line(style.bold(style.red(Wording.printable(incident.title()))) + " ("
                + Wording.likelihood(incident.likelihood()).toLowerCase(Locale.ROOT) + ")");
        prose.paragraph(INDENT, headline(incident));
        prose.paragraph(INDENT, incident.explanation());
        if (!incident.remedies().isEmpty()) {
            prose.line(INDENT + "What to do:");
            incident.remedies()
                    .forEach(remedy -> prose.paragraph(
                            INDENT + INDENT,
                            INDENT + INDENT + INDENT,
                            Wording.audience(remedy.audience()) + ": " + remedy.text()));
        }
        incident.confirm().forEach(text -> prose.paragraph(INDENT, INDENT + INDENT, "To be sure: " + text));
        prose.paragraph(INDENT, INDENT + INDENT, "Calls: " + String.join(", ", incident.exemplars()));
        prose.line(INDENT + style.dim("Rule " + incident.rule() + "."));
    }

    private static String headline(Incident incident) {
        String hurt = incident.callsHurt() == incident.count()
                ? Wording.count(incident.callsHurt(), "call") + " hurt"
                : Wording.count(incident.callsHurt(), "call") + " hurt, seen "
                        + Wording.count(incident.count(), "time");
        String compared = incident.scope()
                .comparison()
                .map(comparison -> "; compared to " + comparison.population() + ", " + comparison.share())
                .orElse("");
        return Wording.capital(incident.kind().word().replace('-', ' ')) + ", " + incident.scope() + ": " + hurt + ", "
                + Wording.span(incident.firstTime(), incident.lastTime())
                + (incident.ongoing() ? ", not over at the end of the input" : "") + compared + ".";
    }
}
