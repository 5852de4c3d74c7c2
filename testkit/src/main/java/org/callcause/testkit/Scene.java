package org.callcause.testkit;

import org.callcause.dialog.Transport;
import org.callcause.testkit.Statement.Sending;

/**
 * A line of a script with the message that was made of it.
 *
 * @param call the name of the call it belongs to
 * @param startLine of the message
 * @param bytes the message
 */
record Scene(Sending sending, String call, String startLine, byte[] bytes, Transport transport) {

    /** The method, or the status and the phrase. */
    String label() {
        return startLine.startsWith("SIP/2.0 ")
                ? startLine.substring("SIP/2.0 ".length()).strip()
                : startLine.split(" ", 2)[0];
    }
}
