package org.callcause.testkit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;

/** What is expected of one diagnosis. */
public final class DiagnosisAssertion {

    private final CallAssertion call;
    private final CallScript script;
    private final Diagnosis diagnosis;

    DiagnosisAssertion(CallAssertion call, CallScript script, Diagnosis diagnosis) {
        this.call = call;
        this.script = script;
        this.diagnosis = diagnosis;
    }

    /** It names this cause. */
    public DiagnosisAssertion hasCause(Cause cause) {
        return require(
                diagnosis.cause().equals(cause),
                "the cause " + cause + " was expected, and it is " + diagnosis.cause());
    }

    /** It is so sure. */
    public DiagnosisAssertion hasLikelihood(Likelihood likelihood) {
        return require(
                diagnosis.likelihood() == likelihood,
                "the likelihood " + likelihood + " was expected, and it is " + diagnosis.likelihood());
    }

    /** The title contains this. */
    public DiagnosisAssertion titleContains(String text) {
        return require(
                diagnosis.title().contains(text),
                "the title was expected to contain \"" + text + "\", and it is \"" + diagnosis.title() + "\"");
    }

    /** The explanation contains all of these. */
    public DiagnosisAssertion explanationContains(String... texts) {
        for (String text : texts) {
            require(
                    diagnosis.explanation().contains(text),
                    "the explanation was expected to contain \"" + text + "\", and it is \"" + diagnosis.explanation()
                            + "\"");
        }
        return this;
    }

    /**
     * It quotes a line of this header.
     *
     * @param header its name, or {@link Evidence#START_LINE} or {@link Evidence#BODY}
     */
    public DiagnosisAssertion quotes(String header) {
        return require(
                quotesOf(header).findAny().isPresent(),
                "a quote of " + header + " was expected among " + diagnosis.evidence());
    }

    /** It quotes a line of this header that contains the text. */
    public DiagnosisAssertion quotes(String header, String text) {
        return require(
                quotesOf(header).anyMatch(evidence -> evidence.quote().contains(text)),
                "a quote of " + header + " with \"" + text + "\" was expected among " + diagnosis.evidence());
    }

    private Stream<Evidence> quotesOf(String header) {
        return diagnosis.evidence().stream()
                .filter(evidence -> evidence.header().equalsIgnoreCase(header));
    }

    /** It tells these what they can do. */
    public DiagnosisAssertion hasRemedyFor(Audience audience) {
        return require(
                diagnosis.remedies().stream().anyMatch(remedy -> remedy.audience() == audience),
                "a remedy for " + audience.name().toLowerCase(Locale.ROOT) + " was expected among "
                        + diagnosis.remedies());
    }

    /** It points at this endpoint. */
    public DiagnosisAssertion pointsAt(Endpoint endpoint) {
        return require(
                diagnosis.origin().address().equals(endpoint),
                "it was expected to point at " + endpoint + ", and points at " + diagnosis.origin());
    }

    /**
     * It points at this party.
     *
     * @param party a party of the script, whose endpoint it must be, or one of the words of {@link Origin}
     */
    public DiagnosisAssertion pointsAt(String party) {
        Origin origin = diagnosis.origin();
        Optional<Endpoint> endpoint = script.party(party);
        return require(
                origin.party().equals(party) || endpoint.equals(Optional.of(origin.address())),
                "it was expected to point at " + party
                        + endpoint.map(known -> " (" + known + ")").orElse("") + ", and points at " + origin);
    }

    /** How it knows where the evidence points. */
    public DiagnosisAssertion isKnownBy(Origin.Basis basis) {
        return require(
                diagnosis.origin().basis() == basis,
                "the origin was expected to be " + basis + ", and is " + diagnosis.origin());
    }

    /** It says a closer outcome than the RFC reading. */
    public DiagnosisAssertion refines(Disposition.Kind kind) {
        return require(
                diagnosis.refinedDisposition().equals(Optional.of(kind)),
                "it was expected to refine the outcome to " + kind + ", and says " + diagnosis.refinedDisposition());
    }

    /** It names another reading with this cause, and says something containing the text of why that one is behind. */
    public DiagnosisAssertion ratherThan(Cause cause, String text) {
        return require(
                diagnosis.alternatives().stream()
                        .anyMatch(other ->
                                other.cause().equals(cause) && other.why().contains(text)),
                "it was expected to say why it is not " + cause + " with \"" + text + "\", and says "
                        + diagnosis.alternatives());
    }

    /** It ranks first. */
    public DiagnosisAssertion isRankedFirst() {
        return require(
                call.report().diagnosis().equals(Optional.of(diagnosis)),
                diagnosis.rule() + " was expected to rank first");
    }

    /** Back to the call. */
    public CallAssertion and() {
        return call;
    }

    /** The diagnosis, for whatever else is to be asserted. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    private DiagnosisAssertion require(boolean expected, String problem) {
        if (!expected) {
            throw call.failed(diagnosis.rule() + ": " + problem);
        }
        return this;
    }
}
