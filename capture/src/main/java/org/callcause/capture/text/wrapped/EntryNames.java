package org.callcause.capture.text.wrapped;

import java.util.Set;
import org.callcause.capture.text.document.MessageField;

/** The names, in small letters, under which servers of logs keep an entry and its time. */
final class EntryNames {

    // Docker and fluentd; journald, CloudWatch, Elasticsearch; slog, zap and pino; logcli; Google Cloud; Splunk
    private static final Set<String> TEXT =
            Set.of("log", "message", "@message", "msg", "line", "textpayload", "_raw", "raw", "payload");

    // tshark -T fields, in hexadecimal
    private static final Set<String> BYTES = Set.of("udp.payload", "tcp.payload");

    private static final Set<String> TIME = Set.of("date", "datetime", "_time", "__realtime_timestamp", "frame.time");

    private EntryNames() {}

    /** Whether lines of a log stand under this name. */
    static boolean isText(String name) {
        return TEXT.contains(name);
    }

    /** Whether bytes stand under this name. */
    static boolean isBytes(String name) {
        return BYTES.contains(name);
    }

    /** Whether it is the output of a program, as docker names it. */
    static boolean isStream(String name, String value) {
        return name.equals("stream") && (value.equals("stdout") || value.equals("stderr"));
    }

    static boolean isTime(String name) {
        return TIME.contains(name)
                || MessageField.named(name).filter(MessageField.TIME::equals).isPresent();
    }
}
