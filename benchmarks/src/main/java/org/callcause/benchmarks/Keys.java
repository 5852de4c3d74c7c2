package org.callcause.benchmarks;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPResponse;
import java.util.Optional;
import org.callcause.message.CSeq;
import org.callcause.message.SipMessage;
import org.callcause.message.SipResponse;
import org.jspecify.annotations.Nullable;

/** What a dialog tracker needs of a message, as each parser reads it; what is absent is empty. */
record Keys(String callId, String sequence, String fromTag, String toTag, String branch, int status) {

    static Keys of(SipMessage message) {
        return new Keys(
                message.callId().orElse(""),
                message.cseq().map(CSeq::toString).orElse(""),
                message.fromTag().orElse(""),
                message.toTag().orElse(""),
                message.topBranch().orElse(""),
                message instanceof SipResponse response ? response.status() : 0);
    }

    static Keys of(SIPMessage message) {
        return new Keys(
                message.getCallId().getCallId(),
                message.getCSeq().getSeqNumber() + " " + message.getCSeq().getMethod(),
                text(message.getFromTag()),
                text(message.getToTag()),
                Optional.ofNullable(message.getTopmostVia()).map(Via::getBranch).orElse(""),
                message instanceof SIPResponse response ? response.getStatusCode() : 0);
    }

    static Keys of(io.pkts.packet.sip.SipMessage message) {
        return new Keys(
                text(message.getCallIDHeader().getCallId()),
                message.getCSeqHeader().getSeqNumber() + " "
                        + message.getCSeqHeader().getMethod(),
                text(message.getFromHeader().getTag()),
                text(message.getToHeader().getTag()),
                text(message.getViaHeader().getBranch()),
                message.isResponse() ? message.toResponse().getStatus() : 0);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
