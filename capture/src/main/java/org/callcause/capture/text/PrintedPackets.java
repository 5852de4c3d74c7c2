package org.callcause.capture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.jspecify.annotations.Nullable;

/** Holds back the rows of a printed message until it is whole, and gives its lines back as they were sent. */
final class PrintedPackets {

    private static final int MOST_INTERRUPTIONS = 20;

    private final UnaryOperator<String> clean;
    private final Losses losses;
    private final List<String> held = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private String lineBefore = "";
    private boolean carriageReturns;
    private @Nullable PrintedRows rows;

    /**
     * Packets printed among lines.
     *
     * @param clean takes off what terminals and web pages add to a line
     */
    PrintedPackets(UnaryOperator<String> clean, Losses losses) {
        this.clean = clean;
        this.losses = losses;
    }

    /** Whether the line is held back: it is a row of a message, or stands between two of them. */
    boolean takes(String raw) {
        PrintedRows open = rows;
        if (open == null) {
            return false;
        }
        String line = clean.apply(raw);
        if (open.takes(line)) {
            held.add(raw);
            return true;
        }
        boolean interrupts = open.isBetween(line) && others.size() < MOST_INTERRUPTIONS;
        if (interrupts) {
            others.add(raw);
        }
        return interrupts;
    }

    /** Whether a message begins in the line, which is then held back. */
    boolean begins(String raw, boolean carriageReturn) {
        String before = lineBefore;
        lineBefore = raw;
        boolean printed =
                raw.contains("SIP/2.0") ? raw.contains("..") : before.contains("->") || before.contains("-&gt;");
        if (!printed) {
            return false;
        }
        rows = PrintedRows.begin(clean.apply(raw), clean.apply(before)).orElse(null);
        if (rows == null) {
            return false;
        }
        held.add(raw);
        carriageReturns = carriageReturn;
        return true;
    }

    /** Whether the lines released last ended in CR LF: those of a message did, others as they were read. */
    boolean endedInCarriageReturn() {
        return carriageReturns;
    }

    /** The lines of the message that is whole now, and those of others that stood between its rows. */
    List<String> release() {
        PrintedRows whole = rows;
        if (whole == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        Optional<DottedLines> message = whole.message();
        if (message.isPresent()) {
            if (!whole.before().isBlank()) {
                lines.add(whole.before());
            }
            lines.addAll(message.get().lines());
            carriageReturns = true;
            if (!message.get().isCertain()) {
                losses.count(Loss.DOTTED_BYTES);
            }
        } else {
            lines.addAll(held);
        }
        lines.addAll(others);
        rows = null;
        held.clear();
        others.clear();
        return lines;
    }
}
