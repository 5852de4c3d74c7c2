package org.callcause.capture.text.document;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.LogClock;
import org.callcause.capture.text.line.Characters;

/** Elements of XML of which each holds one message, in a file or line by line in a log. Nothing is ever fetched. */
final class XmlRecords implements Document {

    private static final int LONGEST_RECORD = 1 << 22;

    /** Takes the named values of one kind of record, an element at a time. */
    interface Elements {
        /** Takes the element that begins where the reader stands. */
        void take(XMLStreamReader reader, MessageFields fields) throws XMLStreamException;
    }

    private final String begin;
    private final String end;
    private final Elements elements;
    private final LoggedMessageSink sink;
    private final LogClock clock;
    private final XMLInputFactory factory = factory();
    private final StringBuilder written = new StringBuilder();
    private boolean inElement;

    /** Records in elements of this name. */
    XmlRecords(String element, Elements elements, LoggedMessageSink sink, LogClock clock) {
        this.begin = "<" + element;
        this.end = "</" + element + ">";
        this.elements = elements;
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return written.length() > 0;
    }

    @Override
    public boolean goesOnWith(String text) {
        return text.contains(begin);
    }

    @Override
    public Optional<String> add(String text) {
        if (isOpen() && !inElement && !text.stripLeading().startsWith("<")) {
            // What a log says between the elements.
            return Optional.empty();
        }
        int at = isOpen() ? 0 : text.indexOf(begin);
        while (at >= 0) {
            int over = text.indexOf(end, at);
            if (over < 0) {
                written.append(text, at, text.length()).append('\n');
                inElement = !text.stripTrailing().endsWith(">");
                return written.length() > LONGEST_RECORD ? Optional.of("") : Optional.empty();
            }
            written.append(text, at, over + end.length());
            read();
            at = text.indexOf(begin, over);
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

    /** Reads what is written of one record, to its end or to where it is damaged. */
    private void read() {
        MessageFields fields = new MessageFields();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(Characters.of(written.toString())));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    elements.take(reader, fields);
                }
            }
        } catch (XMLStreamException damaged) {
            // What stands before the damage counts.
        }
        written.setLength(0);
        inElement = false;
        if (fields.hasMessage()) {
            fields.deliver(sink, clock);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
