package org.callcause.capture.text.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every kind of text that is read, in the order in which it is listed. In a line that two dialects understand, the
 * earlier one counts.
 */
public final class LogFormats {

    private static final List<LogFormat> ALL = Stream.of(
                    PacketPrinters.formats(),
                    AsteriskLogs.formats(),
                    FreeSwitchLogs.formats(),
                    KamailioLogs.formats(),
                    SippLogs.formats(),
                    CiscoLogs.formats(),
                    BorderControllerLogs.formats(),
                    AvayaLogs.formats(),
                    ThreeCxLogs.formats(),
                    SoftphoneLogs.formats(),
                    BrowserConsoles.formats(),
                    JavaStackLogs.formats(),
                    MessageStores.formats(),
                    Envelopes.formats())
            .flatMap(List::stream)
            .toList();

    // Lines that show both ends come last: they are the least particular.
    private static final List<Dialect> DIALECTS = Stream.concat(
                    ALL.stream().flatMap(format -> format.dialects().stream()),
                    Stream.of(new FromToDialect(), new SentOrReceivedDialect(), new ArrowDialect()))
            .toList();

    private LogFormats() {}

    /** All of them. */
    public static List<LogFormat> all() {
        return ALL;
    }

    /** What a line announces in any of the dialects. */
    public static Optional<Announcement> announcement(String line) {
        for (Dialect dialect : DIALECTS) {
            Optional<Announcement> told = dialect.read(line);
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }
}
