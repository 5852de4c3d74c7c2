package org.callcause.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentMapTests {

    /** A key whose hash code many others have. */
    private record Crowded(int number) {
        @Override
        public int hashCode() {
            return number % 5;
        }
    }

    @Test
    void keysOfTheSameHashAreKeptApartWhateverWasForgottenBetween() {
        Random random = new Random(3261);
        RecentMap<Crowded, Integer> map = new RecentMap<>(200);
        Map<Crowded, Integer> expected = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            Crowded key = new Crowded(random.nextInt(120));
            if (random.nextInt(3) == 0) {
                map.remove(key);
                expected.remove(key);
            } else {
                map.put(key, step);
                expected.put(key, step);
            }
            Crowded asked = new Crowded(random.nextInt(120));
            assertThat(map.get(asked)).isEqualTo(expected.get(asked));
            assertThat(map.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void aFullMapForgetsWhatWasNotAskedForLately() {
        RecentMap<String, Integer> map = new RecentMap<>(3);
        map.put("a", 1);
        map.put("b", 2);
        map.put("c", 3);
        map.get("a");
        map.get("c");
        map.put("d", 4);
        assertThat(map.get("b")).isNull();
        assertThat(map.get("a")).isEqualTo(1);
        assertThat(map.get("c")).isEqualTo(3);
        assertThat(map.get("d")).isEqualTo(4);
    }

    @Test
    void ofManyKeysAsManyAreKeptAsThereIsRoomForAndEachWithItsOwnValue() {
        RecentMap<Integer, Integer> map = new RecentMap<>(1_000);
        for (int i = 0; i < 50_000; i++) {
            map.put(i, -i);
        }
        assertThat(map.size()).isEqualTo(1_000);
        map.entries().forEach(entry -> {
            assertThat(entry.getValue()).isEqualTo(-entry.getKey());
            assertThat(map.get(entry.getKey())).isEqualTo(entry.getValue());
        });
    }

    @Test
    void whatMayBeHeldIsKnownByItsHashAlone() {
        RecentMap<String, Integer> map = new RecentMap<>(8);
        assertThat(map.mayHold("alice".hashCode())).isFalse();
        map.put("alice", 1);
        assertThat(map.mayHold("alice".hashCode())).isTrue();
        map.remove("alice");
        assertThat(map.mayHold("alice".hashCode())).isFalse();
    }

    @Test
    void whatIsKeptIsFoundByTheHashCodeOfItsKey() {
        RecentMap<String, Integer> map = new RecentMap<>(8);
        assertThat(map.getByHash("alice".hashCode())).isNull();
        map.put("alice", 1);
        map.put("bob", 2);
        assertThat(map.getByHash("alice".hashCode())).isEqualTo(1);
        assertThat(map.getByHash("bob".hashCode())).isEqualTo(2);
        assertThat(map.getByHash("carol".hashCode())).isNull();
    }
}
