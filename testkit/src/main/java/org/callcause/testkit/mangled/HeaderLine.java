package org.callcause.testkit.mangled;

/**
 * A line of a message's head.
 *
 * @param name empty for a line without a colon, and for the rest of a folded one
 * @param value what stands behind the colon
 */
record HeaderLine(String name, String value) {

    static HeaderLine of(String line) {
        int colon = line.indexOf(':');
        return colon < 0 || Character.isWhitespace(line.charAt(0))
                ? new HeaderLine("", line)
                : new HeaderLine(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
    }

    HeaderLine with(String other) {
        return new HeaderLine(name, other);
    }

    String text() {
        return name.isEmpty() ? value : name + ": " + value;
    }
}
