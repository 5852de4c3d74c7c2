package org.callcause.message;

import java.util.Objects;

/**
 * One fault of a message: what, and where.
 *
 * @param kind what is wrong
 * @param detail one line for people, with the text at fault where there is one
 * @param offset where the faulty part starts, in bytes from the start line
 * @param length its length in bytes; 0 where something is missing
 */
public record Defect(DefectKind kind, String detail, int offset, int length) {
    private static final int SHOWN = 80;

    /** Keeps the parts as they are. */
    public Defect {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    static Defect of(DefectKind kind, String text, int offset, int length) {
        String shown = text.substring(0, Math.min(text.length(), SHOWN)).strip();
        StringBuilder detail = new StringBuilder(kind.meaning());
        if (!shown.isEmpty()) {
            detail.append(": ");
        }
        shown.chars().map(c -> c < ' ' ? ' ' : c).forEach(c -> detail.append((char) c));
        return new Defect(kind, detail.toString(), offset, length);
    }
}
