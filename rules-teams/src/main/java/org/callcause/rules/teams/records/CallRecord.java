package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A leg of a call as Microsoft recorded it. Made by the library; what the source does not tell is absent.
 *
 * @param place where the record stands
 * @param kind which of Microsoft's services carried the call
 * @param correlationId the id that Microsoft gives a call; legs of one call may share it
 * @param sharedCorrelationId links the legs of a transfer or a forward
 * @param user who used Teams: the user principal name, else the display name; empty when not told
 * @param times when what happened
 * @param successful whether Microsoft counts the call as connected
 * @param caller the calling number, perhaps masked
 * @param callee the called number, perhaps masked
 * @param callType Microsoft's word, such as {@code dr_in} or {@code ByotOut}
 * @param finalCode the final SIP code; 0 stands for a normal end
 * @param subcode Microsoft's subcode
 * @param phrase the phrase beside them; empty when not told
 * @param sbc the fully qualified name of the SBC; empty when not told
 * @param mediaBypass whether media went from the client to the SBC
 * @param carrierAnswer what stands deeper than the final code, where the record has both
 */
public record CallRecord(
        RecordPlace place,
        Kind kind,
        Optional<String> correlationId,
        Optional<String> sharedCorrelationId,
        String user,
        Times times,
        Optional<Boolean> successful,
        PhoneNumber caller,
        PhoneNumber callee,
        String callType,
        OptionalInt finalCode,
        OptionalInt subcode,
        String phrase,
        String sbc,
        Optional<Boolean> mediaBypass,
        Optional<CarrierAnswer> carrierAnswer) {

    /** Which of Microsoft's services carried a call. */
    public enum Kind {
        /** The customer's own SBC: the record has SIP code and subcode. */
        DIRECT_ROUTING,
        /** Calling Plan or Operator Connect: Microsoft's records of them have no SIP result. */
        CALLING_PLAN,
        /** A call record of Graph, with sessions and streams, whatever carried it. */
        GRAPH_CALL,
        /** An event of the calling service that Teams shares: a code with what SIP and Q.850 said below it. */
        CALLING_EVENT
    }

    /**
     * What was answered behind the service that wrote the record.
     *
     * @param sip the SIP code
     * @param words its reason phrase; empty when not told
     * @param cause the cause of Q.850
     */
    public record CarrierAnswer(OptionalInt sip, String words, OptionalInt cause) {}

    /**
     * When what happened, by Microsoft's clock.
     *
     * @param invite when the INVITE was sent or received
     * @param start when the call was answered; on failure it may repeat the invite's or the failure's time
     * @param failure when it failed
     * @param end when it ended; of calls that were answered
     * @param duration counted from the INVITE
     */
    public record Times(
            Optional<Instant> invite,
            Optional<Instant> start,
            Optional<Instant> failure,
            Optional<Instant> end,
            Optional<Duration> duration) {

        /** The earliest time that is told. */
        public Optional<Instant> begin() {
            return invite.or(() -> start).or(() -> failure).or(() -> end);
        }
    }

    /** Whether the call came from Teams: then the SBC got the INVITE from Microsoft. */
    public boolean isOutgoing() {
        String type = callType.toLowerCase(Locale.ROOT);
        return type.contains("out");
    }

    /** {@code 603/560603}; a dash for what is not told. */
    public String result() {
        return text(finalCode) + "/" + text(subcode);
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "-";
    }
}
