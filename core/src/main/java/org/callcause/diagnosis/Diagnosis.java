package org.callcause.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Disposition;

/**
 * Why a call ended as it did, by one rule. Made by the library.
 *
 * @param rule the rule's id, {@code module/name}
 * @param cause the cause as a word
 * @param likelihood how sure it is
 * @param origin where the evidence points
 * @param title one line
 * @param explanation plain English, built from this call's own numbers
 * @param evidence the lines it rests on
 * @param remedies what can be done, by whom
 * @param confirm what to look at next to be sure
 * @param references where the knowledge comes from
 * @param alternatives the nearest other readings and why each is behind; only the first-ranked diagnosis of a call has
 *     them
 * @param refinedDisposition a closer outcome than the one read from the RFC, where the rule knows one
 */
public record Diagnosis(
        String rule,
        Cause cause,
        Likelihood likelihood,
        Origin origin,
        String title,
        String explanation,
        List<Evidence> evidence,
        List<Remedy> remedies,
        List<String> confirm,
        List<Reference> references,
        List<Alternative> alternatives,
        Optional<Disposition.Kind> refinedDisposition) {

    /** Copies the lists. */
    public Diagnosis {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(likelihood, "likelihood");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(refinedDisposition, "refinedDisposition");
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
        confirm = List.copyOf(confirm);
        references = List.copyOf(references);
        alternatives = List.copyOf(alternatives);
    }

    /** The same diagnosis with another likelihood. */
    public Diagnosis withLikelihood(Likelihood other) {
        return new Diagnosis(
                rule,
                cause,
                other,
                origin,
                title,
                explanation,
                evidence,
                remedies,
                confirm,
                references,
                alternatives,
                refinedDisposition);
    }

    /** The same diagnosis with another closer outcome, or none. */
    public Diagnosis withRefinedDisposition(Optional<Disposition.Kind> other) {
        return new Diagnosis(
                rule,
                cause,
                likelihood,
                origin,
                title,
                explanation,
                evidence,
                remedies,
                confirm,
                references,
                alternatives,
                other);
    }

    /** The same diagnosis with other alternatives. */
    public Diagnosis withAlternatives(List<Alternative> others) {
        return new Diagnosis(
                rule,
                cause,
                likelihood,
                origin,
                title,
                explanation,
                evidence,
                remedies,
                confirm,
                references,
                others,
                refinedDisposition);
    }
}
