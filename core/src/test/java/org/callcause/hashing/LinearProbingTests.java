package org.callcause.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearProbingTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 64, 0x1_0000_0001L, 1L << 32, 1L << 40})
    void fingerprintsThatAreAlikeInSomeBitsShareFewHomes(long apart) {
        int mask = 4_095;
        long homes = LongStream.range(1, 2_048)
                .mapToInt(number -> LinearProbing.home(number * apart, mask))
                .distinct()
                .count();

        assertThat(homes).isGreaterThan(1_024);
    }
}
