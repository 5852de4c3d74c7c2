package org.callcause.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It must give what a map gives, whatever is put in and taken out. */
class FingerprintMapTests {

    private final FingerprintMap<String> map = new FingerprintMap<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 0x1_0000_0001L, Long.MIN_VALUE})
    void valueIsFoundByItsFingerprintUntilItIsTakenOut(long fingerprint) {
        assertThat(map.get(fingerprint)).isNull();
        assertThat(map.has(fingerprint)).isFalse();

        map.put(fingerprint, "a call");
        assertThat(map.get(fingerprint)).isEqualTo("a call");
        assertThat(map.has(fingerprint)).isTrue();

        map.remove(fingerprint, "a call");
        assertThat(map.get(fingerprint)).isNull();
        assertThat(map.has(fingerprint)).isFalse();
    }

    @Test
    void laterValueTakesThePlaceOfAnEarlierOneWithItsFingerprint() {
        map.put(7, "earlier");
        map.put(7, "later");

        map.remove(7, "earlier");
        assertThat(map.get(7)).isEqualTo("later");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 64, 0x1_0000_0001L, 1L << 40})
    void valuesThatComeAndGoAreThoseOfAMap(long apart) {
        Random random = new Random(42);
        Map<Long, String> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long fingerprint = random.nextInt(3_000) * apart;
            String known = expected.get(fingerprint);
            if (known == null || random.nextInt(4) == 0) {
                String value = "value " + i;
                map.put(fingerprint, value);
                expected.put(fingerprint, value);
            } else {
                map.remove(fingerprint, known);
                expected.remove(fingerprint);
            }
        }

        for (int number = 0; number < 3_000; number++) {
            long fingerprint = number * apart;
            boolean zeroAndOneAreOne = apart == 1 && number < 2;
            if (!zeroAndOneAreOne) {
                assertThat(map.get(fingerprint)).as("%d", fingerprint).isEqualTo(expected.get(fingerprint));
                assertThat(map.has(fingerprint)).as("%d", fingerprint).isEqualTo(expected.containsKey(fingerprint));
            }
        }
    }

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
