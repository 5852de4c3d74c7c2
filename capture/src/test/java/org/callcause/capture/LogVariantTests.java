package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.capture.LogSamples.Ends;
import org.callcause.capture.SampleCall.Step;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layouts in which people paste the logs of each format, other than the one that its sample has. */
class LogVariantTests {

    /** One layout: how it writes a message. */
    record Variant(String name, Ends ends, boolean timed, Function<Step, String> frame) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Variant> variants() {
        return Stream.concat(ProductLogVariants.all(), ProgramLogVariants.all());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aLayoutBecomesTheSameCall(Variant variant) {
        String text = SampleCall.CALL.stream().map(variant.frame()).collect(Collectors.joining());

        assertThat(Reading.of(text).messages())
                .extracting(LogVariantTests::described)
                .containsExactlyElementsOf(SampleCall.CALL.stream()
                        .map(step -> step.firstLine() + ", " + step.from() + " > " + step.to() + ", " + variant.ends()
                                + (variant.timed() ? ", at " + step.at("HH:mm:ss") : ""))
                        .toList());
        assertThat(Reading.of(text).messages())
                .allSatisfy(message -> assertThat(message.message().defects()).isEmpty());
    }

    private static String described(CapturedMessage message) {
        boolean from = message.isFromInferred();
        boolean to = message.isToInferred();
        Ends ends = from && to ? Ends.NONE : from || to ? Ends.FAR : Ends.BOTH;
        return message.message().startLine() + ", " + message.from() + " > " + message.to() + ", " + ends
                + (message.hasTime() ? ", at " + message.time().toString().substring(11, 19) : "");
    }
}
