package org.callcause.leg;

/** What the later of two legs is to the earlier one. */
public enum LegRelation {
    /** The element that received the earlier invitation sent the later one on its behalf. */
    FORWARDED("was sent on as"),
    /** The same element sent both for one call, whose first invitation was not captured. */
    BESIDE("was sent beside"),
    /** The later call was made because a REFER in the earlier one asked for it. */
    REFERRED("asked with REFER for"),
    /** The later call takes the place of the earlier one. */
    REPLACED("was replaced by");

    private final String words;

    LegRelation(String words) {
        this.words = words;
    }

    /** What stands between the earlier and the later leg in a report. */
    public String words() {
        return words;
    }
}
