package org.callcause.capture.text.document;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a named value tells of the message beside it, by the names that exports and tables give it. */
public enum MessageField {
    FROM_HOST,
    TO_HOST,
    FROM_PORT,
    TO_PORT,
    TRANSPORT,
    TIME,
    SECONDS,
    MICROSECONDS,
    DIRECTION;

    private static final Map<String, MessageField> BY_NAME = Map.ofEntries(
            Map.entry("ip.src", FROM_HOST),
            Map.entry("ipv6.src", FROM_HOST),
            Map.entry("srcip", FROM_HOST),
            Map.entry("src_ip", FROM_HOST),
            Map.entry("source_ip", FROM_HOST),
            Map.entry("source.ip", FROM_HOST),
            Map.entry("source.address", FROM_HOST),
            Map.entry("sourceaddress", FROM_HOST),
            Map.entry("ip.dst", TO_HOST),
            Map.entry("ipv6.dst", TO_HOST),
            Map.entry("dstip", TO_HOST),
            Map.entry("dst_ip", TO_HOST),
            Map.entry("destination_ip", TO_HOST),
            Map.entry("destination.ip", TO_HOST),
            Map.entry("destination.address", TO_HOST),
            Map.entry("destinationaddress", TO_HOST),
            Map.entry("udp.srcport", FROM_PORT),
            Map.entry("tcp.srcport", FROM_PORT),
            Map.entry("srcport", FROM_PORT),
            Map.entry("src_port", FROM_PORT),
            Map.entry("source_port", FROM_PORT),
            Map.entry("source.port", FROM_PORT),
            Map.entry("sourceport", FROM_PORT),
            Map.entry("udp.dstport", TO_PORT),
            Map.entry("tcp.dstport", TO_PORT),
            Map.entry("dstport", TO_PORT),
            Map.entry("dst_port", TO_PORT),
            Map.entry("destination_port", TO_PORT),
            Map.entry("destination.port", TO_PORT),
            Map.entry("destinationport", TO_PORT),
            Map.entry("ip.proto", TRANSPORT),
            Map.entry("ipv6.nxt", TRANSPORT),
            Map.entry("protocol", TRANSPORT),
            Map.entry("proto", TRANSPORT),
            Map.entry("transport", TRANSPORT),
            Map.entry("frame.time_epoch", TIME),
            Map.entry("micro_ts", TIME),
            Map.entry("create_date", TIME),
            Map.entry("timestamp", TIME),
            Map.entry("@timestamp", TIME),
            Map.entry("ts", TIME),
            Map.entry("time", TIME),
            Map.entry("starttime", TIME),
            Map.entry("timeseconds", SECONDS),
            Map.entry("time_sec", SECONDS),
            Map.entry("timeuseconds", MICROSECONDS),
            Map.entry("time_usec", MICROSECONDS),
            Map.entry("direction", DIRECTION));

    /** What a value of this name tells, if anything. */
    public static Optional<MessageField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }
}
