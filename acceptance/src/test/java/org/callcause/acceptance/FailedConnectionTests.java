package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Trait;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** Connections that failed, on their way to the calls of the host that tried. */
class FailedConnectionTests {

    private static final CallScript REFUSED = CallScript.of("""
            party sbc = 198.51.100.4:5060
            0.000 caller -> sbc    INVITE
            2.000 sbc    -> caller 503
            2.010 caller -> sbc    ACK
            """);

    private final List<CallReport> reports = new ArrayList<>();

    private CallStream stream() {
        return Callcause.with(RuleSet.builder().build()).stream(reports::add);
    }

    private static FailedConnection of(String client, int second) {
        Instant time = CallScript.BEGIN.plusSeconds(second);
        Endpoint server = new Endpoint("203.0.113.9", 5061);
        return FailedConnection.once(
                new Endpoint(client, 0),
                server,
                FailedConnection.Kind.REFUSED,
                server,
                "",
                Optional.empty(),
                Optional.empty(),
                time,
                time);
    }

    @Test
    void aCallKnowsThoseOfItsServerInItsTime() {
        FailedConnection own = of("198.51.100.4", 1);
        try (CallStream stream = stream()) {
            stream.failed(of("198.51.100.4", -1));
            stream.failed(own);
            stream.failed(of("198.51.100.5", 1));
            stream.failed(of("198.51.100.4", 3));
            REFUSED.playTo(stream);
        }

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.call().failedConnections()).containsExactly(own);
            assertThat(report.call().has(Trait.FAILED_CONNECTION)).isTrue();
        });
    }

    @Test
    void ofMoreHostsThanAreKeptTheLatestCount() {
        FailedConnection own = of("198.51.100.4", 1);
        try (CallStream stream = stream()) {
            stream.failed(own);
            for (int i = 0; i < 5_000; i++) {
                stream.failed(of("10.0." + i / 250 + "." + i % 250, 1));
            }
            stream.failed(own);
            for (int i = 0; i < 4_000; i++) {
                stream.failed(of("10.1." + i / 250 + "." + i % 250, 1));
            }
            REFUSED.playTo(stream);
        }

        assertThat(reports.get(0).call().failedConnections()).containsExactly(own);
    }

    @Test
    void aCallKeepsTheFirstFew() {
        try (CallStream stream = stream()) {
            for (int i = 0; i < 1_000; i++) {
                stream.failed(of("198.51.100.4", 1));
            }
            REFUSED.playTo(stream);
        }

        assertThat(reports.get(0).call().failedConnections()).hasSize(16);
    }

    @Test
    void aStreamThatIsClosedTakesNone() {
        CallStream stream = stream();
        stream.close();

        assertThatIllegalStateException().isThrownBy(() -> stream.failed(of("198.51.100.4", 1)));
    }
}
