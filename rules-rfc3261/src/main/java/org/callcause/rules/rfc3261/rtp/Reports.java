package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSignal.Kind;
import org.callcause.dialog.RtpStream;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * What RTCP (RFC 3550 6) says of the media of one side. Where the session is encrypted only the types of the reports can be read
 * (RFC 3711 3.4), and their contents say nothing here.
 */
final class Reports {

    /** A second of speech: as many may have been on their way, or lost in the capture itself. */
    private static final int MORE_THAN_LOST = 50;

    /** Of a long call a capture may lack many more, and still show when they ended. */
    private static final int SHARE_LOST = 10;

    /** More in a second no device sends: their packets hold 1 ms of sound at least. */
    private static final int MOST_IN_A_SECOND = 1_000;

    private final MediaSection section;
    private final boolean byCaller;
    private final boolean readable;

    private Reports(MediaSection section, boolean byCaller) {
        this.section = section;
        this.byCaller = byCaller;
        this.readable = Stream.of(section.side(true), section.side(false))
                .flatMap(side -> side.descriptions().stream())
                .flatMap(message -> message.message().sdp().stream())
                .flatMap(sdp -> sdp.lines().stream())
                .noneMatch(Reports::speaksOfKeys);
    }

    /** Some devices offer keys with RTP/AVP, and use them. */
    private static boolean speaksOfKeys(String line) {
        return line.startsWith("a=crypto:")
                || line.startsWith("a=fingerprint:")
                || line.startsWith("a=key-mgmt:")
                || line.startsWith("a=zrtp-hash:")
                || (line.startsWith("m=") && line.toUpperCase(Locale.ROOT).contains("SAVP"));
    }

    /** Those on the caller's side, or on the called side. */
    static Reports on(MediaSection section, boolean byCaller) {
        return new Reports(section, byCaller);
    }

    /** What shows that the side sent media of which the capture shows too few, or none. */
    Optional<String> unseen(Call call) {
        long seen =
                section.sent(byCaller).stream().mapToLong(RtpStream::packets).sum();
        if (sent() > seen + Math.max(MORE_THAN_LOST, seen / SHARE_LOST)) {
            return Optional.of("its RTCP counts " + sent() + " packets that it sent, and the capture shows "
                    + (seen == 0 ? "none" : String.valueOf(seen)));
        }
        // Of a source that was heard once some devices report for as long as the call lasts.
        boolean received = readable
                && seen == 0
                && !section.reports(!byCaller, Kind.RECEPTION).isEmpty();
        return received
                ? Optional.of("the RTCP of "
                        + Sides.otherName(call, section.side(byCaller).description())
                        + " reports on packets that it received")
                : Optional.empty();
    }

    /** How many packets the side says that it sent; 0 where that cannot be read. */
    long sent() {
        return readable
                ? section.reports(byCaller, Kind.SENDER_REPORT).stream()
                        .filter(this::isPossible)
                        .mapToLong(MediaSignal::number)
                        .max()
                        .orElse(0)
                : 0;
    }

    /** What is encrypted, and nobody says so, counts anything. */
    private boolean isPossible(MediaSignal report) {
        long seconds = Duration.between(
                        section.side(byCaller).descriptions().get(0).time(), report.last())
                .toSeconds();
        return report.number() <= (seconds + 1) * MOST_IN_A_SECOND;
    }

    /** Whether the side reports that it sent none. */
    boolean sentNone() {
        return readable
                && sent() == 0
                && !section.reports(byCaller, Kind.SENDER_REPORT).isEmpty();
    }

    /** Whether the other side reports at this time or later, and never on packets of this one; some devices never do. */
    boolean otherHeardNothing(Instant time) {
        return readable && section.reports(!byCaller, Kind.RECEPTION).isEmpty() && go(!byCaller, time);
    }

    /** Whether the side sent any at this time or later, and so was there and could be heard. */
    boolean goOnAfter(Instant time) {
        return go(byCaller, time);
    }

    private boolean go(boolean caller, Instant time) {
        return Stream.of(Kind.SENDER_REPORT, Kind.RECEIVER_REPORT)
                .flatMap(kind -> section.reports(caller, kind).stream())
                .anyMatch(report -> !report.last().isBefore(time));
    }

    /** Whether the side said in this time that it ends its stream; at the end of a call that is no news. */
    boolean sayGoodbye(Instant begin, Instant end) {
        return readable
                && section.reports(byCaller, Kind.RTCP_BYE).stream()
                        .anyMatch(
                                bye -> bye.first().isAfter(begin) && bye.first().isBefore(end));
    }
}
