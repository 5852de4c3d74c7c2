package org.callcause.rules.teams.trunk;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the calls of an analysis say of one SBC. Made by the library.
 *
 * @param sbc its address
 * @param name the name by which it calls itself; empty where it uses its address
 * @param calls how many calls count for its network effectiveness ratio
 * @param effectiveness the ratio in percent; absent without calls
 * @param isEffectivenessReliable whether Microsoft relies on a ratio of so many calls
 * @param mostCallsAtATime the most answered calls at a time
 * @param options how many OPTIONS of the SBC Microsoft answered
 * @param sentences the same and what it means, in plain English
 * @param timeline when Microsoft did not take it for healthy, a line each
 */
public record TrunkReview(
        String sbc,
        String name,
        long calls,
        OptionalDouble effectiveness,
        boolean isEffectivenessReliable,
        int mostCallsAtATime,
        int options,
        List<String> sentences,
        List<String> timeline) {

    /** Copies the lists. */
    public TrunkReview {
        sentences = List.copyOf(sentences);
        timeline = List.copyOf(timeline);
    }

    /** {@code sbc1.example.com (198.51.100.7)}. */
    public String heading() {
        return name.isEmpty() ? sbc : name + " (" + sbc + ")";
    }
}
