package org.callcause.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.Transaction;
import org.callcause.incident.Circumstance;
import org.callcause.message.Method;
import org.callcause.rule.Verdict;

/** The part of the text that is about one failed call. */
final class CallSection {

    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";

    private final CallReport report;
    private final Call call;
    private final Style style;
    private final int width;
    private final Prose prose;

    CallSection(CallReport report, Style style, int width) {
        this.report = report;
        this.call = report.call();
        this.style = style;
        this.width = width;
        this.prose = new Prose(width);
    }

    /** Everything of note. */
    String text() {
        heading();
        prose.paragraph(INDENT, new Story(call, report.disposition()).tell());
        prose.blank();
        report.circumstances().forEach(this::circumstance);
        report.diagnosis().ifPresentOrElse(this::best, this::unexplained);
        others();
        asides();
        report.joined().ifPresent(joined -> {
            prose.blank();
            new LegLines(joined, call, prose).write();
        });
        prose.blank();
        new LadderText(ladder(), style, width).lines().forEach(prose::line);
        new MediaLines(call, prose).write();
        return prose.toString();
    }

    private Ladder ladder() {
        return report.joined()
                .filter(joined -> joined.legs().size() > 1)
                .map(Ladder::of)
                .orElseGet(() -> Ladder.of(call));
    }

    private void heading() {
        String outcome = Wording.heading(report.disposition().kind());
        String status = call.finalStatus() == 0
                ? ""
                : "  "
                        + Wording.printable(call.finalStatus() + " " + call.finalPhrase())
                                .strip();
        String kind = call.method().equals(Method.INVITE) ? "" : call.method().name() + "  ";
        String when = call.start().map(Wording::time).orElse("");
        int used = kind.length() + outcome.length() + status.length() + 2;
        int gap = Math.max(2, width - used - when.length());
        prose.line(style.bold(kind)
                + style.bold(coloured(outcome))
                + style.bold(status)
                + style.dim(" " + "─".repeat(gap) + " " + when));
        prose.paragraph("", INDENT, Parties.sentence(call));
        String ids = call.callIds().isEmpty() ? "without a Call-ID" : "Call-ID " + String.join(", ", call.callIds());
        prose.line(style.dim(Wording.printable(ids)));
        if (!report.places().isEmpty()) {
            prose.paragraph("", INDENT, PlaceLine.of(report.places()));
        }
        prose.blank();
    }

    private String coloured(String outcome) {
        return switch (Weight.of(report)) {
            case FAILED -> style.red(outcome);
            case INCOMPLETE -> outcome;
            case HEALTHY -> style.green(outcome);
        };
    }

    private void circumstance(Circumstance known) {
        prose.paragraph(INDENT, "First of all: " + known.text() + " (rule " + known.rule() + ")");
        prose.blank();
    }

    private void best(Diagnosis best) {
        String likelihood = " (" + lower(best.likelihood()) + ")";
        List<String> title = Prose.wrap(best.title() + likelihood, width - INDENT.length());
        title.forEach(line -> prose.line(INDENT + style.bold(line)));
        prose.paragraph(INDENT, best.explanation());
        evidence(best.evidence());
        origin(best.origin());
        remedies(best.remedies());
        list("To be sure", best.confirm());
        alternatives(best.alternatives());
        if (!best.references().isEmpty()) {
            String references = best.references().stream().map(Object::toString).collect(Collectors.joining("; "));
            prose.paragraph(INDENT, DEEPER, "Sources: " + references + "; rule " + best.rule() + ".");
        } else {
            prose.line(INDENT + "Rule " + best.rule() + ".");
        }
    }

    private void alternatives(List<Alternative> alternatives) {
        for (Alternative other : alternatives) {
            prose.paragraph(INDENT, DEEPER, "Why not \"" + other.title() + "\": " + other.why());
        }
    }

    private static String lower(Likelihood likelihood) {
        return Wording.likelihood(likelihood).toLowerCase(Locale.ROOT);
    }

    private void unexplained() {
        prose.paragraph(
                INDENT,
                switch (Weight.of(report)) {
                    case FAILED ->
                        report.verdict().suppressed().isEmpty()
                                ? "No rule explains this outcome."
                                : "What was found of this outcome is suppressed.";
                    case INCOMPLETE -> "The capture does not show all of it, and no rule found a reason to worry.";
                    case HEALTHY ->
                        report.isOvercome()
                                ? "It went on another way, so this failure hurt nobody."
                                : "No rule found a problem with it.";
                });
    }

    private void evidence(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        prose.line(INDENT + "Evidence:");
        for (Evidence line : evidence) {
            String number = "#" + line.message() + "  ";
            prose.quote(DEEPER + number, DEEPER + " ".repeat(number.length()), Secrets.quote(line));
        }
    }

    private void origin(Origin origin) {
        if (origin.equals(Origin.UNKNOWN)) {
            return;
        }
        String basis = origin.basis() == Origin.Basis.SEEN ? "seen in the capture" : "inferred";
        String place = origin.address().isKnown() ? origin.address().toString() : "";
        String clause = origin.explanation();
        if (clause.isEmpty()) {
            clause = place;
        }
        String detail = clause.isEmpty() ? "" : ", " + clause;
        prose.paragraph(INDENT, DEEPER, "Whose side: " + origin.party() + detail + " (" + basis + ").");
    }

    private void remedies(List<Remedy> remedies) {
        if (remedies.isEmpty()) {
            return;
        }
        prose.line(INDENT + "What to do:");
        for (Audience audience : Audience.values()) {
            for (Remedy remedy : remedies) {
                if (remedy.audience() == audience) {
                    prose.paragraph(DEEPER, DEEPER + INDENT, Wording.audience(audience) + ": " + remedy.text());
                }
            }
        }
    }

    private void list(String label, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        if (items.size() == 1) {
            prose.paragraph(INDENT, DEEPER, label + ": " + items.get(0));
            return;
        }
        prose.line(INDENT + label + ":");
        items.forEach(item -> prose.paragraph(DEEPER, DEEPER + INDENT, item));
    }

    private void others() {
        List<Diagnosis> others = report.diagnoses().stream().skip(1).toList();
        if (others.isEmpty()) {
            return;
        }
        prose.blank();
        prose.line(INDENT + "Other readings:");
        for (Diagnosis other : others) {
            prose.paragraph(
                    DEEPER,
                    DEEPER + INDENT,
                    Wording.likelihood(other.likelihood()) + ": " + other.title() + " (" + other.rule() + ")");
        }
    }

    /** What a reader may want to know although it does not explain the outcome. */
    private void asides() {
        Prose asides = new Prose(width);
        Verdict verdict = report.verdict();
        verdict.violations().forEach(violation -> aside(asides, violation(violation)));
        skippedByReason(verdict)
                .forEach((why, rules) -> aside(asides, "Not checked (" + String.join(", ", rules) + "): " + why));
        verdict.suppressed()
                .forEach(one -> aside(asides, "Suppressed: " + one.title() + " (" + one.rule() + "): " + one.reason()));
        verdict.failures()
                .forEach(failure ->
                        aside(asides, "Rule " + failure.rule() + " failed and said nothing: " + failure.problem()));
        if (call.transactions().stream().anyMatch(Transaction::isInferred)) {
            aside(
                    asides,
                    "Some messages were matched by Call-ID and CSeq alone, because their Via branch fits no request.");
        }
        new SourceGaps(call).sentences().forEach(sentence -> aside(asides, sentence));
        if (report.disposition().kind() != call.disposition().kind()) {
            Disposition.Kind plain = call.disposition().kind();
            aside(asides, "Without this diagnosis the call counts as " + Wording.heading(plain) + ".");
        }
        String text = asides.toString();
        if (!text.isEmpty()) {
            prose.blank();
            text.lines().forEach(prose::line);
        }
    }

    private static String violation(Violation violation) {
        String messages = violation.evidence().stream()
                .map(Evidence::message)
                .distinct()
                .sorted()
                .map(number -> ", #" + number)
                .collect(Collectors.joining());
        String what = "Against the standard: " + violation.title() + " (" + violation.rule() + messages + ")";
        return violation.explanation().isEmpty() ? what : what + ": " + violation.explanation();
    }

    private static Map<String, List<String>> skippedByReason(Verdict verdict) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (NotChecked skipped : verdict.notChecked()) {
            rules.computeIfAbsent(skipped.why(), why -> new ArrayList<>()).add(skipped.rule());
        }
        return rules;
    }

    private static void aside(Prose asides, String text) {
        asides.paragraph(INDENT, DEEPER, text);
    }
}
