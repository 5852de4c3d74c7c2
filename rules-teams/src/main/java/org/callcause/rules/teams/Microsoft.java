package org.callcause.rules.teams;

import java.util.List;
import java.util.Locale;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.rule.Trigger;

/** Recognises Microsoft's own elements by what they write of themselves. */
final class Microsoft {

    /** What every name below contains: a message without it needs no closer look. */
    private static final String TELLING = "pstnhub";

    private static final String PROXY = "microsoft.pstnhub.sipproxy";

    /** The names of Direct Routing's proxies, of the commercial cloud and of the government clouds. */
    private static final List<String> PROXY_DOMAINS =
            List.of(".pstnhub.microsoft.com", ".pstnhub.gov.teams.microsoft.us", ".pstnhub.dod.teams.microsoft.us");

    /** What the clients and servers of Lync and Skype for Business call themselves. */
    private static final List<String> LYNC_PRODUCTS = List.of("rtcc/", "uccapi/", "oc/", "ucwa/");

    private Microsoft() {}

    static Trigger teamsCall() {
        return Trigger.where("Microsoft's Direct Routing proxy takes part", Microsoft::isTeams);
    }

    static boolean isTeams(Call call) {
        return call.messages().stream().map(TrackedMessage::message).anyMatch(Microsoft::isOfProxy);
    }

    static boolean isLync(Call call) {
        return call.userAgents().stream()
                .map(agent -> agent.toLowerCase(Locale.ROOT))
                .anyMatch(agent -> LYNC_PRODUCTS.stream().anyMatch(agent::startsWith)
                        || LYNC_PRODUCTS.stream().map(product -> " " + product).anyMatch(agent::contains));
    }

    private static boolean isOfProxy(SipMessage message) {
        if (!message.text().toLowerCase(Locale.ROOT).contains(TELLING)) {
            return false;
        }
        boolean named = message.userAgent()
                .map(agent -> agent.toLowerCase(Locale.ROOT))
                .filter(agent -> agent.contains(PROXY))
                .isPresent();
        return named
                || message.contacts().stream().anyMatch(Microsoft::isProxyHost)
                || message.recordRoutes().stream().anyMatch(Microsoft::isProxyHost)
                || message.from().filter(Microsoft::isProxyHost).isPresent()
                || message.to().filter(Microsoft::isProxyHost).isPresent();
    }

    private static boolean isProxyHost(NameAddress address) {
        String host = address.uri().host().toLowerCase(Locale.ROOT);
        return PROXY_DOMAINS.stream().anyMatch(host::endsWith);
    }
}
