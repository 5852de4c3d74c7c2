package org.callcause.rules.teams.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call with two witnesses: Microsoft's record and the SIP that the SBC saw.
 *
 * @param record what Microsoft says
 * @param witness what the SBC's SIP says
 * @param behind the leg behind the SBC, where one was captured under a Call-ID of its own
 * @param basis how it is known that record and witness are one call
 * @param clock how far Microsoft's clock is ahead
 */
public record WitnessedCall(
        CallRecord record, SipWitness witness, Optional<LegBehind> behind, Basis basis, RecordClock clock) {

    /** Calls are cut off a moment apart at their two ends. */
    private static final long SECONDS_APART = 5;

    /**
     * A leg behind the SBC.
     *
     * @param leg what its SIP says
     * @param proof what proves that it is of the same call; absent where both numbers and the time alone speak for it
     */
    public record LegBehind(SipWitness leg, Optional<String> proof) {}

    /** How a record and a call are known to be one. */
    public enum Basis {
        /** Microsoft's id of the call stands in the SIP. */
        CORRELATION_ID("Microsoft's id of the call stands in the SIP"),
        /** Both numbers fit, and the time, and nothing else does. */
        NUMBERS_AND_TIME("both numbers and the time fit, and no other call's do");

        private final String sentence;

        Basis(String sentence) {
            this.sentence = sentence;
        }

        /** In words. */
        public String sentence() {
            return sentence;
        }
    }

    /** Whether the two witnesses tell the same story. */
    public enum Agreement {
        /** They do. */
        AGREE,
        /** They cannot both be right about this call. */
        CONTRADICT,
        /** One of them does not say how the call ended. */
        OPEN
    }

    /** Whether they tell the same story. */
    public Agreement agreement() {
        Optional<Integer> theirs = status();
        if (theirs.isEmpty() || (witness.status() == 0 && !witness.isAnswered())) {
            return Agreement.OPEN;
        }
        boolean same = theirs.get() / 100 == 2
                ? witness.isAnswered()
                : theirs.get() == witness.status() && theirs.get() == furthestStatus();
        return same ? Agreement.AGREE : Agreement.CONTRADICT;
    }

    /** The leg behind the SBC where the call goes from Teams to the telephone network. */
    private Optional<SipWitness> sentOn() {
        return behind.map(LegBehind::leg).filter(leg -> !beganBefore(leg, witness));
    }

    /** The leg behind the SBC where the call comes from the telephone network. */
    private Optional<SipWitness> cameFrom() {
        return behind.map(LegBehind::leg).filter(leg -> beganBefore(leg, witness));
    }

    private static boolean beganBefore(SipWitness leg, SipWitness other) {
        return leg.start()
                .filter(start -> other.start().filter(start::isBefore).isPresent())
                .isPresent();
    }

    private int furthestStatus() {
        return sentOn().map(SipWitness::furthestStatus)
                .filter(status -> status > 0)
                .orElse(witness.furthestStatus());
    }

    /** What the calling side got. */
    private int nearestStatus() {
        return cameFrom().map(SipWitness::status).filter(status -> status > 0).orElse(witness.status());
    }

    /** The final status by Microsoft's record: 200 for a call that ended normally, absent for one that says 0 and failed. */
    private Optional<Integer> status() {
        boolean failed = record.successful().filter(connected -> !connected).isPresent();
        if (record.finalCode().isEmpty()) {
            return record.successful().filter(connected -> connected).map(connected -> 200);
        }
        int code = record.finalCode().getAsInt();
        if (code == 0) {
            return failed ? Optional.empty() : Optional.of(200);
        }
        return Optional.of(code);
    }

    /** What they agree on or where they contradict each other, a sentence each. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        findings.add(
                switch (agreement()) {
                    case AGREE -> "The two witnesses agree: " + theirs() + "; the SBC's SIP shows " + ours() + ".";
                    case CONTRADICT ->
                        "The two witnesses contradict each other: " + theirs() + "; the SBC's SIP shows " + ours()
                                + ".";
                    case OPEN ->
                        "Only one witness says how the call ended: " + theirs() + "; the SBC's SIP shows " + ours()
                                + ".";
                });
        translation().ifPresent(findings::add);
        RecordReading.madeBySbc(record)
                .filter(answer -> answer != witness.status() || answer != furthestStatus())
                .ifPresent(answer ->
                        findings.add("Subcode " + record.subcode().getAsInt() + " says that the SBC answered " + answer
                                + ". Look at the SBC between the leg to the carrier and the leg to Microsoft:"
                                + " what it received there is not what it sent here."));
        behind.ifPresent(leg -> findings.add("The leg behind the SBC is Call-ID "
                + leg.leg().callId()
                + leg.proof()
                        .map(proof -> ", known by " + proof + ".")
                        .orElse(", taken for this call's by both numbers and the time alone: a guess, though no other"
                                + " call fits.")));
        if (!witness.diagnosis().isEmpty()) {
            findings.add("The first reading of the SIP: " + witness.diagnosis() + ".");
        }
        lengths().ifPresent(findings::add);
        return findings;
    }

    /** What the record says of the call, as far as the SIP leaves it standing. */
    public List<String> reading() {
        int answer = furthestStatus();
        boolean translated = answer >= 300
                && record.finalCode().isPresent()
                && record.finalCode().getAsInt() >= 300
                && record.finalCode().getAsInt() != answer;
        return translated
                ? RecordReading.ofTranslated(
                        record,
                        answer,
                        behind.filter(leg -> leg.proof().isEmpty()).isEmpty())
                : RecordReading.of(record);
    }

    private String theirs() {
        String phrase = record.phrase().isEmpty() ? "" : " \"" + record.phrase() + "\"";
        return "Microsoft recorded " + record.result() + phrase;
    }

    private String ours() {
        if (witness.isAnswered()) {
            return "an answered call";
        }
        if (witness.status() == 0) {
            return "no final response";
        }
        if (furthestStatus() == nearestStatus()) {
            return String.valueOf(nearestStatus());
        }
        if (cameFrom().isPresent()) {
            return furthestStatus() + " from Microsoft and " + nearestStatus() + " behind the SBC, to the calling side";
        }
        return furthestStatus()
                + (sentOn().isPresent() ? " from behind the SBC and " : " from further on and ")
                + nearestStatus()
                + (record.isOutgoing() ? " to Microsoft" : " to the calling side");
    }

    private Optional<String> translation() {
        return furthestStatus() == nearestStatus() || furthestStatus() == 0
                ? Optional.empty()
                : Optional.of("The answer " + furthestStatus() + " became " + nearestStatus()
                        + " on the way, so the word that the caller's side got is not the word of whoever refused.");
    }

    private Optional<String> lengths() {
        return record.times()
                .duration()
                .flatMap(theirs -> witness.length()
                        .filter(ours -> Math.abs(ours.toSeconds() - theirs.toSeconds()) > SECONDS_APART)
                        .map(ours -> "Microsoft counts " + theirs.toSeconds()
                                + " s from the INVITE to the end, the SIP shows " + ours.toSeconds() + " s."));
    }

    /** Both timelines side by side, by the clock of the capture, in order. */
    public List<String> timeline() {
        return TwoTimelines.of(this);
    }
}
