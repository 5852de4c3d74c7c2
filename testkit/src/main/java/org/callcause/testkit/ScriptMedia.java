package org.callcause.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.NetworkAddress;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TransportFailure;

/** The media of one line of a script, in the parts in which a capture tells them. */
final class ScriptMedia {

    private static final long PART_NANOS = 2_000_000_000L;

    /** Twenty milliseconds of speech each. */
    private static final long PACKET_NANOS = 20_000_000L;

    /** A check, or a flight of a handshake, that comes again. */
    private static final long SIGNAL_NANOS = 500_000_000L;

    private static final Pattern SOCKET = Pattern.compile("(?:\\[([0-9A-Fa-f:]+)]|([^:\\[\\]]+))(?::(\\d{1,5}))?");

    private final Statement.Media line;
    private final Parties parties;

    ScriptMedia(Statement.Media line, Parties parties) {
        this.line = line;
        this.parties = parties;
    }

    List<? extends MediaSighting> parts() {
        Endpoint from = socket(line.from());
        Endpoint to = socket(line.to());
        return line instanceof Statement.Signal signal
                ? List.of(new MediaSignal(
                        from,
                        to,
                        signal.kind(),
                        signal.number(),
                        1 + (signal.endNanos() - signal.beginNanos()) / SIGNAL_NANOS,
                        CallScript.BEGIN.plusNanos(signal.beginNanos()),
                        CallScript.BEGIN.plusNanos(signal.endNanos())))
                : parts((Statement.Rtp) line, from, to);
    }

    private static List<RtpStream> parts(Statement.Rtp line, Endpoint from, Endpoint to) {
        List<RtpStream> parts = new ArrayList<>();
        for (long begin = line.beginNanos(); begin < line.endNanos(); begin += PART_NANOS) {
            long end = Math.min(line.endNanos(), begin + PART_NANOS - PACKET_NANOS);
            Instant first = CallScript.BEGIN.plusNanos(begin);
            parts.add(
                    line.refused()
                            ? RtpStream.refused(
                                    from,
                                    to,
                                    1,
                                    first,
                                    first,
                                    new RtpStream.Refusal(TransportFailure.Kind.REFUSED, new Endpoint(to.host(), 0)))
                            : RtpStream.of(
                                    from,
                                    to,
                                    line.payloadType(),
                                    1 + (end - begin) / PACKET_NANOS,
                                    first,
                                    CallScript.BEGIN.plusNanos(end)));
        }
        return parts;
    }

    private Endpoint socket(String text) {
        Matcher socket = SOCKET.matcher(text);
        if (!socket.matches()) {
            throw new IllegalArgumentException(line.source() + ": not a party or an address: " + text);
        }
        int port = socket.group(3) == null ? SessionSpec.FIRST_PORT : Integer.parseInt(socket.group(3));
        if (socket.group(1) != null) {
            return new Endpoint(socket.group(1), port);
        }
        String name = socket.group(2);
        if (parties.endpoints().containsKey(name)) {
            return new Endpoint(parties.endpoint(name).host(), port);
        }
        if (NetworkAddress.of(name).isEmpty()) {
            throw new IllegalArgumentException(line.source() + ": no line names " + name);
        }
        return new Endpoint(name, port);
    }
}
