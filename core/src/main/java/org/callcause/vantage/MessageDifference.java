package org.callcause.vantage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callcause.message.Header;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;

/**
 * Compares a message with itself at another place. Line ends and blanks do not count, nor does a body's length alone, nor
 * what one capture has lost of a message that it cut.
 */
final class MessageDifference {

    private static final int MOST = 12;

    private final List<Observation.Difference> differences = new ArrayList<>();
    private final boolean whole;

    private MessageDifference(boolean whole) {
        this.whole = whole;
    }

    static List<Observation.Difference> between(SipMessage sent, SipMessage arrived) {
        MessageDifference difference = new MessageDifference(!sent.isCut() && !arrived.isCut());
        difference.lines("start line", List.of(sent.startLine()), List.of(arrived.startLine()));
        List<HeaderName> names = new ArrayList<>();
        for (SipMessage message : List.of(sent, arrived)) {
            for (Header header : message.headers()) {
                if (!names.contains(header.name()) && !header.name().equals(HeaderName.CONTENT_LENGTH)) {
                    names.add(header.name());
                }
            }
        }
        for (HeaderName name : names) {
            difference.lines(name.canonical(), values(sent, name), values(arrived, name));
        }
        if (difference.whole) {
            difference.lines(
                    "body",
                    sent.bodyText().lines().toList(),
                    arrived.bodyText().lines().toList());
        }
        return difference.differences;
    }

    private static List<String> values(SipMessage message, HeaderName name) {
        return message.headers(name).stream().map(Header::value).toList();
    }

    private void lines(String what, List<String> sent, List<String> arrived) {
        int most = Math.max(sent.size(), arrived.size());
        int compared = whole ? most : Math.min(sent.size(), arrived.size());
        for (int i = 0; i < compared; i++) {
            String before = i < sent.size() ? sent.get(i) : "";
            String after = i < arrived.size() ? arrived.get(i) : "";
            if (!Objects.equals(before.strip(), after.strip()) && differences.size() < MOST) {
                differences.add(new Observation.Difference(what, before, after));
            }
        }
    }
}
