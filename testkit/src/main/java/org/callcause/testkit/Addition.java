package org.callcause.testkit;

/**
 * What a line of a script says of a message beyond its start.
 *
 * @param kind what to do
 * @param name the name of a header, of a part or of a flag
 * @param value the value of a header or a part; empty for a flag
 */
record Addition(Kind kind, String name, String value) {

    enum Kind {
        /** Puts the header in the place of the generated one. */
        REPLACE,
        /** Puts the header beside the generated one. */
        ADD,
        /** Leaves the generated header out. */
        REMOVE,
        /** Says what the start line, the session or the body is. */
        PART,
        /** Switches something that the generator does. */
        FLAG
    }
}
