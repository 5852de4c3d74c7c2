package org.callcause.call;

import java.util.List;
import java.util.Set;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.RtpStream;

/**
 * What the input shows of a call's media.
 *
 * @param streams the packets to and from the sockets that its session descriptions name, in the order of their beginnings;
 *     one that paused for more than 5 s comes again
 * @param signals what was seen beside them on the same sockets, likewise
 * @param bothDirections whether the input shows media between two sockets in both directions, of whichever call: then it was
 *     taken where both pass
 * @param neverHeard those hosts of its session descriptions that were sent media by several hosts or at several times, of
 *     whichever call, and never seen to send any: they may stand where the capture does not show what they send
 * @param othersOnItsWay of a call without any, whether media of other calls were seen before it and after it between two hosts
 *     of its session descriptions: its own would have been seen too
 */
public record SeenRtp(
        List<RtpStream> streams,
        List<MediaSignal> signals,
        boolean bothDirections,
        Set<String> neverHeard,
        boolean othersOnItsWay) {

    /** Where the input tells nothing of media. */
    public static final SeenRtp NOTHING = new SeenRtp(List.of(), List.of(), false, Set.of(), false);

    /** Copies the collections. */
    public SeenRtp {
        streams = List.copyOf(streams);
        signals = List.copyOf(signals);
        neverHeard = Set.copyOf(neverHeard);
    }
}
