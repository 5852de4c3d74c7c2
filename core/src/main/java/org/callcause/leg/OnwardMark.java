package org.callcause.leg;

/** What an invitation may have in common with the one that an element sends on in its place. */
enum OnwardMark {
    /** The {@code o=} line of the offer. */
    ORIGIN(0),
    /** The branch of the lowest Via: of the client that sent it first. */
    BRANCH(1),
    /** The last digits of both numbers. */
    NUMBERS(2);

    /** How many kinds there are. */
    static final int KINDS = 3;

    private final int place;

    OnwardMark(int place) {
        this.place = place;
    }

    /** Its place among the marks of an invitation. */
    int place() {
        return place;
    }
}
