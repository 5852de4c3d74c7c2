package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000, 1 << 20})
    void entriesComeBackInTheirOrderWhateverFitsInMemory(int memory) throws IOException {
        Spool spool = new Spool(memory);
        int[] orders = new Random(1).ints(0, 1_000_000).distinct().limit(500).toArray();
        for (int order : orders) {
            spool.add(order, String.valueOf(order).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        spool.writeTo(output, new byte[] {','});

        assertThat(output.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        IntStream.of(orders).sorted().mapToObj(String::valueOf).collect(Collectors.joining(",")));
    }
}
