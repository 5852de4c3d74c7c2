package org.callcause.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.dialog.Transaction;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.Sdp;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/** Reads from the invitation what the call is for. */
final class ContextReading {

    private ContextReading() {}

    static CallContext read(Method method, List<Transaction> attempts) {
        if (!method.equals(Method.INVITE)) {
            return CallContext.SIGNALLING;
        }
        return attempts.stream()
                .flatMap(attempt -> attempt.requestMessage().stream())
                .findFirst()
                .map(ContextReading::ofInvitation)
                .orElse(CallContext.UNKNOWN);
    }

    private static CallContext ofInvitation(SipRequest invite) {
        if (invite.has("Replaces") || invite.has("Referred-By")) {
            return CallContext.TRANSFER;
        }
        if (invitesToConference(invite)) {
            return CallContext.CONFERENCE;
        }
        return invite.sdp().map(ContextReading::ofOffer).orElse(CallContext.UNKNOWN);
    }

    /** RFC 4579 5.1: the focus of a conference marks its Contact with the feature tag isfocus. */
    private static boolean invitesToConference(SipMessage invite) {
        Optional<String> type = invite.contentType().map(value -> value.toLowerCase(Locale.ROOT));
        return invite.contacts().stream().map(NameAddress::parameters).anyMatch(all -> all.has("isfocus"))
                || type.filter(value -> value.contains("conference")).isPresent();
    }

    private static CallContext ofOffer(Sdp offer) {
        boolean audio = offers(offer, "audio");
        if (audio) {
            return offers(offer, "video") ? CallContext.VIDEO : CallContext.VOICE;
        }
        if (offers(offer, "image")) {
            return CallContext.FAX;
        }
        if (offers(offer, "applicationsharing") || offers(offer, "application")) {
            return CallContext.SHARING;
        }
        return offers(offer, "video") ? CallContext.VIDEO : CallContext.UNKNOWN;
    }

    private static boolean offers(Sdp offer, String type) {
        return offer.media().stream().map(Media::type).anyMatch(type::equalsIgnoreCase);
    }
}
