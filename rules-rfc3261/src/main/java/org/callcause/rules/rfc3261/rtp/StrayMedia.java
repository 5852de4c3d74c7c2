package org.callcause.rules.rfc3261.rtp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;

/**
 * That one side sends media from another host than it names for its own, and is sent nothing but to the one that it names: where
 * the two are not the same machine, it hears nothing.
 *
 * @param description of that side
 * @param astray what was sent to the socket that it names
 * @param own what it sent itself
 */
record StrayMedia(TrackedMessage description, RtpStream astray, RtpStream own) {

    /** That of the caller's side, or of the called one. */
    static Optional<StrayMedia> of(Call call) {
        return MediaSection.of(call).stream()
                .flatMap(section -> Stream.of(true, false).flatMap(byCaller -> find(section, byCaller).stream()))
                .findFirst();
    }

    private static Optional<StrayMedia> find(MediaSection section, boolean byCaller) {
        List<RtpStream> sent = section.sent(byCaller);
        List<RtpStream> received = section.sent(!byCaller);
        if (sent.isEmpty() || received.isEmpty()) {
            return Optional.empty();
        }
        RtpStream own = sent.get(sent.size() - 1);
        RtpStream astray = received.get(received.size() - 1);
        boolean reached = received.stream()
                .map(RtpStream::to)
                .map(Endpoint::host)
                .anyMatch(host ->
                        sent.stream().anyMatch(stream -> stream.from().host().equals(host)));
        boolean elsewhere = !isNear(astray.to().host(), own.from().host());
        boolean named = section.side(byCaller).sockets().contains(astray.to());
        return named && elsewhere && !reached
                ? Optional.of(new StrayMedia(section.side(byCaller).description(), astray, own))
                : Optional.empty();
    }

    /** Addresses of one subnet are mostly those of one machine, or of one border element. */
    private static boolean isNear(String one, String other) {
        int lastDot = one.lastIndexOf('.');
        return lastDot > 0 && other.startsWith(one.substring(0, lastDot + 1));
    }
}
