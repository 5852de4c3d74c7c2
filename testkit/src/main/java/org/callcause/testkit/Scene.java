package org.callcause.testkit;

import java.util.Optional;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.SipMessage;
import org.callcause.testkit.Statement.Sending;

/**
 * A line of a script with the message that was made of it.
 *
 * @param call the name of the call it belongs to
 * @param failure why the transport could not deliver it, where the line says that
 */
record Scene(
        Sending sending, String call, SipMessage message, Transport transport, Optional<TransportFailure> failure) {

    /** The method, or the status and the phrase. */
    String label() {
        String startLine = message.startLine();
        return startLine.startsWith("SIP/2.0 ")
                ? startLine.substring("SIP/2.0 ".length()).strip()
                : startLine.split(" ", 2)[0];
    }
}
