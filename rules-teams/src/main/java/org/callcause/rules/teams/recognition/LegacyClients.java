package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Locale;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Glance;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.rule.Trigger;

/** The clients and servers of Lync and Skype for Business, whose words for 603 and 606 differ from those of Teams. */
public final class LegacyClients {

    /** What they call themselves. */
    private static final List<String> PRODUCTS = List.of("rtcc/", "uccapi/", "oc/", "ucwa/");

    private LegacyClients() {}

    /** Whether one of them takes part. */
    public static Trigger takePart() {
        return Trigger.where("Lync or Skype for Business takes part", LegacyClients::takePart);
    }

    /** Whether one of them takes part. */
    public static boolean takePart(Call call) {
        return call.messages().stream().anyMatch(LegacyClients::mayName)
                && call.userAgents().stream()
                        .map(agent -> agent.toLowerCase(Locale.ROOT))
                        .anyMatch(agent -> PRODUCTS.stream()
                                .anyMatch(product -> agent.startsWith(product) || agent.contains(" " + product)));
    }

    private static boolean mayName(TrackedMessage message) {
        SipMessage sip = message.message();
        for (String product : PRODUCTS) {
            if (Glance.mentions(sip, HeaderName.USER_AGENT, product)
                    || Glance.mentions(sip, HeaderName.SERVER, product)) {
                return true;
            }
        }
        return false;
    }
}
