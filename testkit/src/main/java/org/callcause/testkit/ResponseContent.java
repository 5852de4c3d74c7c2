package org.callcause.testkit;

import java.util.Optional;
import java.util.Set;

/** What a response carries beyond what all responses carry, by its status and the method that it answers. */
final class ResponseContent {

    private static final Set<String> TARGET_REFRESHING = Set.of("INVITE", "SUBSCRIBE", "REFER", "UPDATE");

    private ResponseContent() {}

    static void fill(Draft draft, int status, SentRequest request, String contact) {
        String method = request.method();
        boolean makesDialog = method.equals("INVITE") ? status > 100 : status >= 200;
        if (makesDialog && status < 300 && TARGET_REFRESHING.contains(method)) {
            draft.add("Contact", contact);
        }
        if (status / 100 == 2) {
            success(draft, request, method);
        } else if (status / 100 == 3) {
            draft.add("Contact", "<sip:carol@example.com>");
        } else {
            refusal(draft, status, request);
        }
    }

    private static void success(Draft draft, SentRequest request, String method) {
        switch (method) {
            case "INVITE" -> draft.add("Allow", RequestContent.ALLOW).add("Supported", RequestContent.SUPPORTED);
            case "OPTIONS" ->
                draft.add("Allow", RequestContent.ALLOW)
                        .add("Accept", "application/sdp")
                        .add("Supported", RequestContent.SUPPORTED);
            case "REGISTER" -> register(draft, request);
            case "SUBSCRIBE" ->
                draft.add("Expires", request.draft().first("Expires").orElse("3600"));
            case "PUBLISH" ->
                draft.add("SIP-ETag", "published-" + RequestWriter.sequence(request.draft()))
                        .add("Expires", request.draft().first("Expires").orElse("3600"));
            default -> {}
        }
    }

    /** RFC 3261 10.3 step 8: every binding with its expiry; a removed one is not listed. */
    private static void register(Draft draft, SentRequest request) {
        String expires = request.draft().first("Expires").orElse("3600");
        for (String contact : request.draft().all("Contact")) {
            if (!expires.equals("0") && !contact.startsWith("*") && !contact.contains(";expires=0")) {
                draft.add("Contact", contact.contains(";expires=") ? contact : contact + ";expires=" + expires);
            }
        }
    }

    /** The headers that a refusal must carry so that the client can do better (RFC 3261 20). */
    private static void refusal(Draft draft, int status, SentRequest request) {
        switch (status) {
            case 405 -> draft.add("Allow", "INVITE, ACK, BYE, CANCEL");
            case 415 -> draft.add("Accept", "application/sdp");
            case 420 ->
                Optional.of(String.join(", ", request.draft().all("Require")))
                        .filter(required -> !required.isEmpty())
                        .ifPresent(required -> draft.add("Unsupported", required));
            case 421 -> draft.add("Require", "100rel");
            case 422 -> draft.add("Min-SE", "1800");
            case 423 -> draft.add("Min-Expires", "3600");
            case 489 -> draft.add("Allow-Events", "presence");
            default -> {}
        }
    }
}
