package org.callcause.cli;

/** Texts from elsewhere, fit for one line of a terminal. */
final class OneLine {

    private OneLine() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.strip().codePoints().forEach(point -> line.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
        return line.toString();
    }

    /** What went wrong, in words where there are some. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank()
                ? thrown.getClass().getName()
                : of(message.lines().findFirst().orElse(message));
    }
}
