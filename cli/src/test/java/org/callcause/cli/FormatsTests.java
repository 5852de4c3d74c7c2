package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.capture.TextFormat;
import org.junit.jupiter.api.Test;

/** The list of formats, and an input that is none of them. */
class FormatsTests {

    @Test
    void everyFormatIsListedWithItsExample() {
        Run run = Run.of("formats");

        assertThat(run.status()).isZero();
        assertThat(run.error()).isEmpty();
        assertThat(TextFormat.all())
                .allSatisfy(format ->
                        assertThat(run.output()).contains(format.name() + "\n    " + format.example() + "\n"));
    }

    @Test
    void anUnknownFormatIsNamedInOneLineWithItsFirstLines() {
        Run run = Run.withInput("dial 200\nno answer\n", "analyze", "-");

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_THERE);
        assertThat(run.output()).isEmpty();
        assertThat(run.error().lines()).hasSize(1);
        assertThat(run.error()).contains("tried as pcap, as pcapng and as ", "\"dial 200\" \"no answer\"");
    }
}
