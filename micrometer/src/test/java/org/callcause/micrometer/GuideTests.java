package org.callcause.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callcause.Callcause;
import org.callcause.live.LiveCalls;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;

class GuideTests {

    /** What the guide shows, as it stands there. */
    @Test
    void theLineInTheGuideToEmbeddingIsThis() throws IOException {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (LiveCalls calls =
                LiveCalls.with(Callcause.with(RuleSet.builder().build())).start()) {
            new LiveCallsMetrics(calls).bindTo(registry);
        }

        Path guide = Path.of(System.getProperty("callcause.root"), "docs", "embedding.md");
        assertThat(Files.readString(guide)).contains("\nnew LiveCallsMetrics(calls).bindTo(registry);\n");
        assertThat(registry.getMeters()).isNotEmpty();
    }
}
