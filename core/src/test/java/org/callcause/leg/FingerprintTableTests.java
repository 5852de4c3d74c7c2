package org.callcause.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A table of fingerprints must give what a map gives, whatever is put in and taken out. */
class FingerprintTableTests {

    private final FingerprintTable table = new FingerprintTable();

    @Test
    void firstLegKeepsItsPlaceAndOnlyItsOwnNumberTakesItOut() {
        assertThat(table.putIfAbsent(7, 1)).isEqualTo(1);
        assertThat(table.putIfAbsent(7, 2)).isEqualTo(1);

        table.remove(7, 2);
        assertThat(table.get(7)).isEqualTo(1);

        table.remove(7, 1);
        assertThat(table.get(7)).isEqualTo(FingerprintTable.NOBODY);
        assertThat(table.isEmpty()).isTrue();
    }

    @Test
    void fingerprintsThatCrowdAtTheEndOfTheTableAreThoseOfAMap() {
        Random random = new Random(7989);
        Map<Long, Long> expected = new HashMap<>();
        for (int step = 1; step < 50_000; step++) {
            long fingerprint = crowded(random.nextInt(1_000));
            if (random.nextInt(3) == 0) {
                Long known = expected.remove(fingerprint);
                assertThat(table.remove(fingerprint)).isEqualTo(known == null ? FingerprintTable.NOBODY : known);
            } else {
                expected.putIfAbsent(fingerprint, (long) step);
                assertThat(table.putIfAbsent(fingerprint, step)).isEqualTo(expected.get(fingerprint));
            }
        }
        for (int number = 0; number < 1_000; number++) {
            assertThat(table.get(crowded(number)))
                    .isEqualTo(expected.getOrDefault(crowded(number), FingerprintTable.NOBODY));
        }
    }

    /** Many have their home at the last places, whatever the size of the table, so that the first ones take them in. */
    private static long crowded(int number) {
        long home = 0xFFFF_FFF0L | number % 16;
        return (long) number << Integer.SIZE | (number ^ home);
    }
}
