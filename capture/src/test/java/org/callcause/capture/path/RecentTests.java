package org.callcause.capture.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A long log does not fill the memory. */
class RecentTests {

    private static final int MANY = 50_000;

    @Test
    void theOldestIsForgottenFirst() {
        Recent<Integer> recent = new Recent<>();
        for (int i = 0; i < MANY; i++) {
            recent.put("branch-" + i, i);
        }

        assertThat(recent.get("branch-0")).isEmpty();
        assertThat(recent.get("branch-" + (MANY - 1))).contains(MANY - 1);
        assertThat(recent.get("branch-" + (MANY - 10_000))).isPresent();
    }

    @Test
    void aNewValueTakesThePlaceOfTheOld() {
        Recent<String> recent = new Recent<>();
        recent.put("branch", "one");
        recent.put("branch", "two");

        assertThat(recent.get("branch")).contains("two");
        assertThat(recent.get("another")).isEmpty();
    }
}
