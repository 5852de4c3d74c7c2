package org.callcause.report;

/** Colours and weights of a terminal, or none of them. */
final class Style {

    private static final String RESET = "\u001b[0m";

    private final boolean colour;

    Style(boolean colour) {
        this.colour = colour;
    }

    String bold(String text) {
        return wrapped("\u001b[1m", text);
    }

    String dim(String text) {
        return wrapped("\u001b[2m", text);
    }

    String red(String text) {
        return wrapped("\u001b[31m", text);
    }

    String green(String text) {
        return wrapped("\u001b[32m", text);
    }

    private String wrapped(String code, String text) {
        return colour && !text.isEmpty() ? code + text + RESET : text;
    }
}
