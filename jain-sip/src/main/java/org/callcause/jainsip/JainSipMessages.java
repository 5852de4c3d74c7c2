package org.callcause.jainsip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;

/**
 * Turns the messages of JAIN-SIP into ours and back. JAIN-SIP keeps values, not bytes: what comes from it is its own way
 * of writing the message, without what it could not read.
 */
public final class JainSipMessages {

    private JainSipMessages() {}

    /**
     * Our reading of a message of JAIN-SIP.
     *
     * @return empty if it cannot be written, as one without a Via
     */
    public static Optional<SipMessage> toCallcause(Message message) {
        return new SipParser().parse(bytes(message));
    }

    /**
     * JAIN-SIP's reading of a message of ours. It leaves out headers that it cannot read.
     *
     * @throws ParseException if it cannot read the message at all
     */
    public static Message toJainSip(SipMessage message) throws ParseException {
        try {
            SIPMessage read = new StringMsgParser()
                    .parseSIPMessage(message.toBytes(), true, false, (problem, made, type, header, text) -> {});
            // A start line that it cannot read is left out too, and shows only when it is asked for.
            if (read == null || read.getFirstLine() == null) {
                throw new ParseException("no start line", 0);
            }
            return read;
        } catch (RuntimeException unreadable) {
            // A status code beyond int, for instance, makes its parser throw a NullPointerException.
            ParseException problem = new ParseException(String.valueOf(unreadable.getMessage()), 0);
            problem.initCause(unreadable);
            throw problem;
        }
    }

    /** As it would be sent, or the empty array. Writing it as bytes sets the transport of its Via: to what it is. */
    static byte[] bytes(Message message) {
        if (message instanceof SIPMessage sip) {
            ViaHeader via = sip.getTopmostVia();
            if (via != null && sip.getContentLength() != null) {
                return sip.encodeAsBytes(via.getTransport());
            }
            return sip.encode().getBytes(StandardCharsets.UTF_8);
        }
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }
}
