package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Sentences;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Header;
import org.callcause.message.HeaderName;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis or a violation while a rule puts it into words. It needs a title and a line of the call that it rests on: one
 * that nobody could check counts as a failure of its rule.
 */
public final class Finding {

    private final Rule rule;
    private final Call call;
    private final List<Evidence> evidence = new ArrayList<>(2);
    private final List<Remedy> remedies = new ArrayList<>(2);
    private final List<String> confirm = new ArrayList<>(1);
    private final List<Alternative> alternatives = new ArrayList<>(0);
    private final List<Reference> references;
    private String title;
    private String explanation = "";
    private @Nullable Origin origin;
    private Optional<Disposition.Kind> refined = Optional.empty();
    private Optional<TrackedMessage> cut = Optional.empty();

    Finding(Rule rule, Call call) {
        this.rule = rule;
        this.call = call;
        this.title = rule.title();
        this.references = new ArrayList<>(rule.references());
    }

    /** Why, in plain English and with this call's own numbers. Called again, the sentences follow each other. */
    public Finding because(String text) {
        String sentence = Sentences.finished(text);
        explanation = explanation.isEmpty() ? sentence : explanation + " " + sentence;
        return this;
    }

    /** A closer title than the rule's own. */
    public Finding title(String text) {
        title = Objects.requireNonNull(text, "text");
        return this;
    }

    /** Where the evidence points; without it, where the final response came from as far as the capture shows. */
    public Finding origin(Origin where) {
        origin = Objects.requireNonNull(where, "where");
        return this;
    }

    /** Quotes every line of this header; nothing where the message has none, which alone is no evidence. */
    public Finding evidence(TrackedMessage message, String header) {
        restsOn(message);
        HeaderName wanted = HeaderName.of(header);
        for (Header line : message.message().headers(wanted)) {
            quote(new Evidence(message.index(), wanted.canonical(), line.line()));
        }
        return this;
    }

    /** The same where there is such a message. */
    public Finding evidence(Optional<TrackedMessage> message, String header) {
        message.ifPresent(present -> evidence(present, header));
        return this;
    }

    /** Quotes the request line or the status line. */
    public Finding evidence(TrackedMessage message) {
        restsOn(message);
        quote(new Evidence(
                message.index(), Evidence.START_LINE, message.message().startLine()));
        return this;
    }

    /** The same where there is such a message. */
    public Finding evidence(Optional<TrackedMessage> message) {
        message.ifPresent(this::evidence);
        return this;
    }

    /** Quotes what the network or a log says of the message's delivery. */
    public Finding evidence(TrackedMessage message, TransportFailure failure) {
        restsOn(message);
        quote(new Evidence(message.index(), Evidence.TRANSPORT, failure.words()));
        return this;
    }

    /** Quotes what was seen of the media that the message describes. */
    public Finding evidence(TrackedMessage description, MediaSighting seen) {
        restsOn(description);
        quote(new Evidence(description.index(), Evidence.RTP, seen.toString()));
        return this;
    }

    /** Quotes the connection that failed while the request waited for its answer. */
    public Finding evidence(TrackedMessage request, FailedConnection failure) {
        restsOn(request);
        quote(new Evidence(request.index(), Evidence.CONNECTION, failure.toString()));
        return this;
    }

    /** Quotes the lines of the body that begin so, such as {@code m=audio}. */
    public Finding evidenceInBody(TrackedMessage message, String linePrefix) {
        restsOn(message);
        message.message()
                .bodyText()
                .lines()
                .filter(line -> line.startsWith(linePrefix))
                .forEach(line -> quote(new Evidence(message.index(), Evidence.BODY, line)));
        return this;
    }

    /** A rule may name one message by two ways, as the first request and as the furthest one. */
    private void quote(Evidence line) {
        if (!evidence.contains(line)) {
            evidence.add(line);
        }
    }

    /** What somebody can do. */
    public Finding remedy(Audience audience, String text) {
        remedies.add(new Remedy(audience, Sentences.finished(text)));
        return this;
    }

    /** What to look at next to be sure, and where. */
    public Finding confirm(String text) {
        confirm.add(Sentences.finished(text));
        return this;
    }

    /**
     * Another reading of the same call that is near, and why this one is put before it; of a diagnosis only. It is told
     * when this diagnosis is ranked first.
     *
     * @param title that reading in one line
     * @param why one sentence that says what in this call speaks against it
     */
    public Finding ratherThan(Cause cause, String title, String why) {
        alternatives.add(new Alternative(cause, title, Sentences.finished(why)));
        return this;
    }

    /** A further source, beside those of the rule. */
    public Finding cites(String reference) {
        references.add(new Reference(reference));
        return this;
    }

    /** A closer outcome than the one read from the RFC; it counts when this diagnosis is ranked first. */
    public Finding refines(Disposition.Kind kind) {
        refined = Optional.of(kind);
        return this;
    }

    private void restsOn(TrackedMessage message) {
        if (message.message().isCut()) {
            cut = Optional.of(message);
        }
    }

    /** A message that it rests on and of which the end is missing. */
    Optional<TrackedMessage> cut() {
        return cut;
    }

    private Origin originOrDefault() {
        return origin == null
                ? call.reading(FinalResponseOrigin.class, FinalResponseOrigin::of)
                        .origin()
                : origin;
    }

    /** A reader who looks for what this rests on must find it in this call. */
    private void expectToBeChecked() {
        if (title.isBlank()) {
            throw new IllegalStateException("a finding without a title");
        }
        if (evidence.isEmpty()) {
            throw new IllegalStateException("a finding without evidence: it quotes no line of the call");
        }
        for (Evidence line : evidence) {
            if (call.messages().stream().noneMatch(message -> message.index() == line.message())) {
                throw new IllegalStateException(
                        "evidence of message " + line.message() + ", which is not one of the call");
            }
        }
    }

    Diagnosis toDiagnosis(Cause cause, Likelihood likelihood) {
        expectToBeChecked();
        return new Diagnosis(
                rule.id(),
                cause,
                likelihood,
                originOrDefault(),
                title,
                explanation,
                evidence,
                remedies,
                confirm,
                references,
                alternatives,
                refined);
    }

    Violation toViolation() {
        expectToBeChecked();
        return new Violation(rule.id(), originOrDefault(), title, explanation, evidence, remedies, confirm, references);
    }
}
