package org.callcause.acceptance.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.capture.CaptureReader;
import org.callcause.capture.UnreadableCaptureException;
import org.callcause.message.SipMessage;
import org.callcause.testkit.HealthyCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Where both parsers read a value they agree, or it is known why they do not. */
class SecondOpinionTests {

    @Test
    void bothReadTheMessagesOfHealthyCallsAlike() {
        List<Disagreement> disagreements = HealthyCalls.all().stream()
                .flatMap(call -> call.script().messages().stream())
                .flatMap(captured -> disagreements(captured.message()))
                .toList();

        assertThat(disagreements).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "callcause.corpus", matches = ".+")
    void everyDisagreementOnRealMessagesIsExplained() throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        List<Disagreement> unexplained = new ArrayList<>();
        Set<Explanation> used = new LinkedHashSet<>();
        int compared = 0;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("callcause.corpus")))) {
            for (Path file : files.filter(SecondOpinionTests::isTrace).sorted().toList()) {
                for (SipMessage message : messages(file)) {
                    if (seen.add(message.text())) {
                        compared++;
                        disagreements(message)
                                .forEach(difference -> Explanation.of(difference)
                                        .ifPresentOrElse(used::add, () -> unexplained.add(difference)));
                    }
                }
            }
        }

        assertThat(compared).isPositive();
        assertThat(unexplained).isEmpty();
        assertThat(used).as("explanations that explain something").containsExactlyInAnyOrderElementsOf(Explanation.ALL);
    }

    private static boolean isTrace(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".bin");
    }

    private static List<SipMessage> messages(Path file) throws IOException {
        List<SipMessage> messages = new ArrayList<>();
        try (InputStream input = Files.newInputStream(file)) {
            CaptureReader.create().read(file.toString(), input, captured -> messages.add(captured.message()));
        } catch (UnreadableCaptureException notSip) {
            return messages;
        }
        return messages;
    }

    private static Stream<Disagreement> disagreements(SipMessage message) {
        return TheirReading.parse(message.toBytes()).stream()
                .flatMap(theirs -> Stream.of(Fact.values())
                        .map(fact -> new Disagreement(
                                fact, OurReading.of(fact, message), TheirReading.of(fact, theirs), message.text())))
                .filter(both -> !both.theirs().isEmpty() && !both.ours().equals(both.theirs()));
    }
}
