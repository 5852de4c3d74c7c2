package org.callcause.capture.text.document;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
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
final class PacketXml implements Document {

    private static final String BEGIN = "<packet";
    private static final String END = "</packet>";
    private static final int LONGEST_PACKET = 1 << 22;
    private static final int LONGEST_VALUE = 1 << 18;

    private final LoggedMessageSink sink;
    private final LogClock clock;
    private final XMLInputFactory factory = factory();
    private final StringBuilder written = new StringBuilder();
    private MessageFields packet = new MessageFields();

    PacketXml(LoggedMessageSink sink, LogClock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return written.length() > 0;
    }

    @Override
    public boolean goesOnWith(String text) {
        return text.contains(BEGIN);
    }

    @Override
    public Optional<String> add(String text) {
        int at = isOpen() ? 0 : text.indexOf(BEGIN);
        while (at >= 0) {
            int end = text.indexOf(END, at);
            if (end < 0) {
                written.append(text, at, text.length()).append('\n');
                return written.length() > LONGEST_PACKET ? Optional.of("") : Optional.empty();
            }
            written.append(text, at, end + END.length());
            read();
            at = text.indexOf(BEGIN, end);
        }
        return Optional.empty();
    }

    @Override
    public void finish() {
        // What is cut off may hold the whole message.
        if (isOpen()) {
            read();
        }
    }

    /** Reads what is written of one packet, to its end or to where it is damaged. */
    private void read() {
        packet = new MessageFields();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(written.toString()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    begin(reader);
                }
            }
        } catch (XMLStreamException damaged) {
            // What stands before the damage counts.
        }
        written.setLength(0);
        if (packet.hasMessage()) {
            packet.deliver(sink, clock);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void begin(XMLStreamReader reader) {
        if (reader.getLocalName().equals("field")) {
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

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null || value.length() > LONGEST_VALUE ? "" : value;
    }

    /** The text of bytes in hexadecimal, which a mail may have wrapped. */
    private static String decoded(String hexadecimal) {
        String digits = hexadecimal.replace(" ", "");
        try {
            return new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notHexadecimal) {
            return "";
        }
    }
}
