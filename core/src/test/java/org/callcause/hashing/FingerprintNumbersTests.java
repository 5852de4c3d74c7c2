package org.callcause.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** They must be what a map gives, whatever is put in and taken out. */
class FingerprintNumbersTests {

    /** Times {@code SPREAD} of {@link LinearProbing} it is 1, so that homes can be chosen. */
    private static final long UNSPREAD = 0xF1DE_83E1_9937_733DL;

    private final FingerprintNumbers numbers = new FingerprintNumbers();

    @Test
    void firstNumberStaysAndIsTakenOutByItselfOnly() {
        assertThat(numbers.putIfAbsent(7, 1)).isEqualTo(1);
        assertThat(numbers.putIfAbsent(7, 2)).isEqualTo(1);

        numbers.remove(7, 2);
        assertThat(numbers.get(7)).isEqualTo(1);

        numbers.remove(7, 1);
        assertThat(numbers.get(7)).isEqualTo(FingerprintNumbers.NONE);
        assertThat(numbers.isEmpty()).isTrue();
    }

    @Test
    void laterNumberTakesThePlaceOfAnEarlierOneThatWasPut() {
        numbers.put(7, 1);
        numbers.put(7, 2);

        numbers.remove(7, 1);
        assertThat(numbers.get(7)).isEqualTo(2);
        assertThat(numbers.remove(7)).isEqualTo(2);
        assertThat(numbers.isEmpty()).isTrue();
    }

    @Test
    void fingerprintsThatCrowdAtTheEndOfTheTableAreThoseOfAMap() {
        Random random = new Random(7989);
        Map<Long, Long> expected = new HashMap<>();
        for (int step = 1; step < 50_000; step++) {
            long fingerprint = crowded(random.nextInt(1_000));
            switch (random.nextInt(4)) {
                case 0 -> {
                    Long known = expected.remove(fingerprint);
                    assertThat(numbers.remove(fingerprint)).isEqualTo(known == null ? FingerprintNumbers.NONE : known);
                }
                case 1 -> {
                    expected.put(fingerprint, (long) step);
                    numbers.put(fingerprint, step);
                }
                default -> {
                    expected.putIfAbsent(fingerprint, (long) step);
                    assertThat(numbers.putIfAbsent(fingerprint, step)).isEqualTo(expected.get(fingerprint));
                }
            }
        }
        for (int number = 0; number < 1_000; number++) {
            assertThat(numbers.get(crowded(number)))
                    .isEqualTo(expected.getOrDefault(crowded(number), FingerprintNumbers.NONE));
        }
    }

    /** All have their home at the last few places, whatever the size of the table, so that the first ones take them in. */
    private static long crowded(int number) {
        return (-1L - ((long) number << 46)) * UNSPREAD;
    }

    @Test
    void crowdedOnesHaveFewHomes() {
        assertThat(IntStream.range(0, 1_000)
                        .map(number -> LinearProbing.home(crowded(number), 2_047))
                        .distinct()
                        .toArray())
                .hasSizeLessThan(16)
                .contains(2_047);
    }
}
