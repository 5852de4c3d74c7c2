package org.callcause.capture.text.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.LogClock;

/**
 * {@code tshark -T pdml}: a {@code packet} element for each packet, whose {@code field} elements show a value and, in
 * hexadecimal, its bytes. Nothing outside the document is ever fetched.
 */
final class PacketXml {

    private static final int LONGEST_VALUE = 1 << 18;

    private final LoggedMessageSink sink;
    private final LogClock clock;
    private MessageFields packet = new MessageFields();

    PacketXml(LoggedMessageSink sink, LogClock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** Reads to the end of the document, or to where it is damaged. */
    void read(InputStream input) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new BoundedMarkup(input));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(reader);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("packet")) {
                    deliver();
                }
            }
        } catch (XMLStreamException damaged) {
            // The packets before the damage have been read; the last one may be whole.
            deliver();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void begin(XMLStreamReader reader) {
        String element = reader.getLocalName();
        if (element.equals("packet")) {
            packet = new MessageFields();
        } else if (element.equals("field")) {
            String name = attribute(reader, "name");
            // Line ends in attributes are lost in XML, so that text is taken from its bytes.
            if (name.startsWith("sip.")) {
                packet.put(name, decoded(attribute(reader, "value")));
            } else if (name.startsWith("sdp.")) {
                String line = decoded(attribute(reader, "value"));
                if (line.length() > 1 && line.charAt(1) == '=') {
                    packet.bodyLine(line);
                }
            } else {
                packet.put(name, attribute(reader, "show"));
            }
        }
    }

    private void deliver() {
        if (packet.hasMessage()) {
            packet.deliver(sink, clock);
        }
        packet = new MessageFields();
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null || value.length() > LONGEST_VALUE ? "" : value;
    }

    private static String decoded(String hexadecimal) {
        byte[] bytes = new byte[hexadecimal.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(hexadecimal.charAt(2 * i), 16);
            int low = Character.digit(hexadecimal.charAt(2 * i + 1), 16);
            if (high < 0 || low < 0) {
                return "";
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
