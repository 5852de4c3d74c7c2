package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.capture.CaptureReader;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Trigger;
import org.junit.jupiter.api.Test;

/** What rules say they need lets the engine pass them over: on real calls, none may be passed over that would have spoken. */
class NecessaryTraitTests {

    private static final List<Rule> RULES = RuleSet.discovered().rules();

    private final List<String> lost = new ArrayList<>();
    private int asked;

    @Test
    void noRuleIsPassedOverThatWouldHaveSpoken() throws IOException {
        String corpus = System.getProperty("callcause.corpus", "");
        assumeTrue(!corpus.isEmpty(), "without -Dcallcause.corpus=DIR there is nothing to read");
        List<Path> files;
        try (Stream<String> labels = Files.lines(Path.of(corpus, "labels.csv"))) {
            files = labels.skip(1)
                    .map(label -> Path.of(corpus, label.substring(0, label.indexOf(','))))
                    .distinct()
                    .toList();
        }
        for (Path file : files) {
            try (InputStream input = Files.newInputStream(file);
                    CallStream calls =
                            Callcause.with(RuleSet.builder().build()).stream(report -> ask(file, report.call()))) {
                CaptureReader.create().read(file.toString(), input, calls::add);
            }
        }

        assertThat(asked).as("calls that were asked").isPositive();
        assertThat(lost).isEmpty();
    }

    private void ask(Path file, Call call) {
        asked++;
        for (Rule rule : RULES) {
            if (rule.trigger() instanceof Trigger.Needing needing
                    && needing.trigger().matches(call)
                    && !needing.necessary().matches(call)) {
                lost.add(rule.id() + " on " + call + " of " + file.getFileName());
            }
        }
    }
}
