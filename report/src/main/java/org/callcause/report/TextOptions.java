package org.callcause.report;

/**
 * How the text is laid out.
 *
 * @param width the characters of a line; ladders of many endpoints may be longer
 * @param colour whether to use the colours of a terminal (ANSI escape sequences)
 */
public record TextOptions(int width, boolean colour) {

    /** 100 characters without colours. */
    public static final TextOptions PLAIN = new TextOptions(100, false);

    /**
     * Keeps the options.
     *
     * @throws IllegalArgumentException if the width is below 60
     */
    public TextOptions {
        if (width < 60) {
            throw new IllegalArgumentException("width " + width);
        }
    }
}
