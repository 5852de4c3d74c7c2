package org.callcause.rules.teams.recognition;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.NameAddress;
import org.callcause.message.Reason;
import org.callcause.message.SipMessage;

/**
 * The GUIDs under which Microsoft knows a call, as its SIP carries them: in the text of a Reason header, and in {@code x-i}
 * of a Contact, which has the same form but is not documented to be the same.
 */
public final class CorrelationIds {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final String CALL = "x-i";

    private CorrelationIds() {}

    /** In lower case, those of Reason headers first. */
    public static Set<String> of(Call call) {
        Set<String> ids = new LinkedHashSet<>();
        for (TrackedMessage message : call.messages()) {
            if (message.message().has(HeaderName.REASON)) {
                for (Reason reason : message.message().reasons()) {
                    reason.text().ifPresent(text -> collect(text, ids));
                }
            }
        }
        for (TrackedMessage message : call.messages()) {
            ofContact(message.message(), ids);
        }
        return ids;
    }

    private static void ofContact(SipMessage message, Set<String> ids) {
        if (message.header(HeaderName.CONTACT)
                .filter(contact -> contact.contains(CALL))
                .isPresent()) {
            for (NameAddress contact : message.contacts()) {
                contact.uri().parameters().value(CALL).ifPresent(value -> collect(value, ids));
            }
        }
    }

    private static void collect(String text, Set<String> ids) {
        Matcher guid = GUID.matcher(text.toLowerCase(Locale.ROOT));
        while (guid.find()) {
            ids.add(guid.group());
        }
    }
}
