package org.callcause.jainsip;

import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.StringMsgParserFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.text.ParseException;
import java.time.Instant;
import org.callcause.dialog.Endpoint;

/**
 * A second line for what arrives and cannot be read by the stack, which answers it or drops it without a word to its
 * loggers: {@code -Dgov.nist.javax.sip.MESSAGE_PARSER_FACTORY=org.callcause.jainsip.CallcauseParserFactory}. The stack's
 * own parser reads every message; the bytes of those that it refuses are shown to Callcause, and the stack gets the
 * refusal. A parser is not told who sent the bytes, so their endpoints are unknown.
 */
public final class CallcauseParserFactory implements MessageParserFactory {

    /** Made by the stack. */
    public CallcauseParserFactory() {}

    @Override
    public MessageParser createMessageParser(SIPTransactionStack stack) {
        MessageParser parser = new StringMsgParserFactory().createMessageParser(stack);
        JainSipObserver observer = new JainSipObserver(JainSipCalls::current);
        return (bytes, readBody, strict, listener) -> {
            try {
                return parser.parseSIPMessage(bytes, readBody, strict, listener);
            } catch (ParseException | RuntimeException unreadable) {
                observer.bytes(Instant.now(), bytes, Endpoint.UNKNOWN, Endpoint.UNKNOWN);
                throw unreadable;
            }
        };
    }
}
