package org.callcause.capture.text.wrapped;

import java.util.EnumMap;
import java.util.Map;
import org.callcause.capture.text.dialect.EndpointText;
import org.callcause.capture.text.document.MessageField;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** What the values beside an entry tell of who sent it to whom. */
final class EntryEnds {

    private final Map<MessageField, String> values = new EnumMap<>(MessageField.class);

    /** Takes a value under its name; the first of each kind counts. */
    void put(String name, String value) {
        if (!value.isEmpty()) {
            MessageField.named(name).ifPresent(field -> values.putIfAbsent(field, value));
        }
    }

    /** Takes over what an object within told. */
    void putAll(EntryEnds inner) {
        inner.values.forEach(values::putIfAbsent);
    }

    /** Both ends as text shows them; empty where one of them is not known. */
    String text() {
        Endpoint from = end(MessageField.FROM_HOST, MessageField.FROM_PORT);
        Endpoint to = end(MessageField.TO_HOST, MessageField.TO_PORT);
        if (!from.isKnown() || !to.isKnown()) {
            return "";
        }
        Transport transport = EndpointText.transport(value(MessageField.TRANSPORT));
        return (transport == Transport.UNKNOWN ? "" : transport + " ") + from + " -> " + to;
    }

    private Endpoint end(MessageField host, MessageField port) {
        String number = value(port);
        // Kibana writes 5,060.
        return number.isEmpty()
                ? EndpointText.parse(value(host))
                : EndpointText.parse(value(host), number.replace(",", ""));
    }

    private String value(MessageField field) {
        return values.getOrDefault(field, "");
    }
}
