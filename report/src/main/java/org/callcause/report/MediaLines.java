package org.callcause.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.RtpStream;
import org.callcause.message.Codec;

/** Lists the media that were seen of a call, by the seconds of its ladder. */
final class MediaLines {

    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";

    /** More is what holds and keys make of a long call. */
    private static final int MOST = 12;

    private final Call call;
    private final Prose prose;

    MediaLines(Call call, Prose prose) {
        this.call = call;
        this.prose = prose;
    }

    void write() {
        List<RtpStream> streams = call.rtp().streams();
        Optional<Instant> start = call.start();
        if (streams.isEmpty() || start.isEmpty()) {
            return;
        }
        prose.blank();
        prose.line(INDENT + "Media seen:");
        streams.stream().limit(MOST).forEach(stream -> line(stream, start.get()));
        if (streams.size() > MOST) {
            prose.line(DEEPER + "and " + (streams.size() - MOST) + " more");
        }
    }

    private void line(RtpStream stream, Instant start) {
        List<String> parts = new ArrayList<>();
        parts.add(stream.from() + " -> " + stream.to());
        stream.payloadType().ifPresent(type -> parts.add(format(type)));
        parts.add(stream.packets()
                + (stream.packets() == 1 ? " packet" : " packets")
                + stream.refusal()
                        .map(kind -> " not delivered (" + kind.word() + ")")
                        .orElse(""));
        parts.add(seconds(start, stream.first()) + " to " + seconds(start, stream.last()) + " s");
        prose.paragraph(DEEPER, DEEPER + INDENT, String.join(", ", parts));
    }

    private static String format(int payloadType) {
        String name = Codec.ofPayloadType(payloadType).name();
        return "payload type " + payloadType + (name.isEmpty() ? "" : " (" + name + ")");
    }

    private static String seconds(Instant start, Instant time) {
        return String.format(Locale.ROOT, "%.3f", Duration.between(start, time).toNanos() / 1e9);
    }
}
