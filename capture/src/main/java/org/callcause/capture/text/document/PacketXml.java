package org.callcause.capture.text.document;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.xml.stream.XMLStreamReader;

/**
 * {@code tshark -T pdml}: a {@code packet} element for each packet, whose {@code field} elements show a value and, in
 * hexadecimal, its bytes.
 */
final class PacketXml {

    /** The element that is a packet. */
    static final String ELEMENT = "packet";

    private static final int LONGEST_VALUE = 1 << 18;

    private PacketXml() {}

    /** Takes a {@code field}. */
    static void take(XMLStreamReader reader, MessageFields packet) {
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
