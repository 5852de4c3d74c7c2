package org.callcause.testkit;

import java.util.Optional;

/** What a request of each method carries beyond what all requests carry. */
final class RequestContent {

    static final String ALLOW =
            "INVITE, ACK, BYE, CANCEL, OPTIONS, PRACK, UPDATE, INFO, REFER, NOTIFY, SUBSCRIBE, MESSAGE";
    static final String SUPPORTED = "100rel, timer, replaces";

    private RequestContent() {}

    static void fill(Draft draft, String method, ScriptCall call, String contact, Additions additions) {
        switch (method) {
            case "INVITE" -> draft.add("Contact", contact).add("Allow", ALLOW).add("Supported", SUPPORTED);
            case "REGISTER" -> draft.add("Contact", contact).add("Expires", "3600");
            case "SUBSCRIBE" ->
                draft.add("Contact", contact).add("Event", "presence").add("Expires", "3600");
            case "PUBLISH" -> draft.add("Event", "presence").add("Expires", "3600");
            case "NOTIFY" -> notification(draft, call, contact, additions);
            case "REFER" -> draft.add("Contact", contact).add("Refer-To", "<sip:carol@example.com>");
            case "OPTIONS" -> draft.add("Contact", contact).add("Accept", "application/sdp");
            case "UPDATE" -> draft.add("Contact", contact);
            case "INFO" -> {
                draft.add("Content-Type", "application/dtmf-relay");
                draft.body("Signal=1\r\nDuration=160\r\n");
            }
            case "MESSAGE" -> {
                draft.add("Content-Type", "text/plain");
                draft.body("Hello");
            }
            default -> {}
        }
    }

    /** A NOTIFY after a REFER tells how the transfer goes on (RFC 3515 2.4.5), another one the subscribed state. */
    private static void notification(Draft draft, ScriptCall call, String contact, Additions additions) {
        draft.add("Contact", contact);
        Optional<String> fragment = additions.part(Additions.FRAGMENT);
        boolean referred = call.latest("REFER").findAny().isPresent();
        if (fragment.isPresent() || referred) {
            String status = fragment.orElse("200 OK");
            boolean over = !status.startsWith("1");
            draft.add("Event", "refer");
            draft.add("Subscription-State", over ? "terminated;reason=noresource" : "active;expires=60");
            draft.add("Content-Type", "message/sipfrag;version=2.0");
            draft.body("SIP/2.0 " + status + "\r\n");
            return;
        }
        String event = call.latest("SUBSCRIBE")
                .findFirst()
                .flatMap(subscribe -> subscribe.draft().first("Event"))
                .orElse("presence");
        draft.add("Event", event).add("Subscription-State", "active;expires=3600");
    }
}
