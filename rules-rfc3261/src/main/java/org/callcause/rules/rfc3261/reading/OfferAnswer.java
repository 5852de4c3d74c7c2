package org.callcause.rules.rfc3261.reading;

import java.util.ArrayList;
import java.util.List;
import org.callcause.message.Media;

/**
 * An offer and what answered it (RFC 3264).
 *
 * @param offer what one side proposed
 * @param answer what the other side made of it
 * @param initial whether it set the session up; otherwise it changed one
 */
public record OfferAnswer(Described offer, Described answer, boolean initial) {

    /** A stream of the offer with its counterpart: streams belong together by their place (RFC 3264 6). */
    public record Stream(Media offered, Media answered) {

        /** Whether both sides want it. */
        public boolean isAgreed() {
            return !offered.rejected() && !answered.rejected();
        }
    }

    /** The streams that both descriptions have. */
    public List<Stream> streams() {
        List<Media> offered = offer.sdp().media();
        List<Media> answered = answer.sdp().media();
        List<Stream> streams = new ArrayList<>(offered.size());
        for (int i = 0; i < Math.min(offered.size(), answered.size()); i++) {
            streams.add(new Stream(offered.get(i), answered.get(i)));
        }
        return streams;
    }

    /** The streams that both sides want. */
    public List<Stream> agreed() {
        return streams().stream().filter(Stream::isAgreed).toList();
    }
}
