package org.callcause.capture.text.document;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Oracle's (Acme Packet's) log.sipd: an {@code eventEntry} for each message, with an element for each end, port and time
 * and one for the message. Its direction is not taken: whose it is, is not documented, and both ends are there.
 */
final class EventXml {

    /** The element that is an event. */
    static final String ELEMENT = "eventEntry";

    private static final Set<String> VALUES = Set.of(
            "startTime", "sourceAddress", "sourcePort", "destinationAddress", "destinationPort", "SipMsgSection");

    private EventXml() {}

    /** Takes an element that holds one value. */
    static void take(XMLStreamReader reader, MessageFields event) throws XMLStreamException {
        String name = reader.getLocalName();
        if (VALUES.contains(name)) {
            event.put(name, reader.getElementText());
        }
    }
}
