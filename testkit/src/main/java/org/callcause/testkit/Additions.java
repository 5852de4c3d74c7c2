package org.callcause.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.message.HeaderName;
import org.callcause.testkit.Addition.Kind;

/**
 * Everything behind the start of a line, in the order it was written.
 *
 * @param all the additions
 */
record Additions(List<Addition> all) {

    static final String NO_SESSION = "no sdp";
    static final String NO_CREDENTIALS = "no credentials";
    static final String STALE = "stale";
    static final String RELIABLE = "reliable";
    static final String AGAIN = "again";
    static final String NEW = "new";
    static final String SESSION = "sdp";
    static final String BODY = "body";
    static final String FRAGMENT = "sipfrag";
    static final String START = "start";
    static final String SIZE = "size";
    static final String PORT = "port";
    static final String FAILS = "fails";

    private static final Set<String> FLAGS = Set.of(NO_SESSION, NO_CREDENTIALS, STALE, RELIABLE, AGAIN, NEW);
    private static final Set<String> PARTS = Set.of(SESSION, BODY, FRAGMENT, START, SIZE, PORT, FAILS);
    private static final Pattern HEADER = Pattern.compile("(\\+?)([A-Za-z][A-Za-z0-9.!%*_`'~-]*)\\s*:\\s*(.*)");
    private static final Pattern REMOVAL = Pattern.compile("-([A-Za-z][A-Za-z0-9-]*)");

    Additions {
        all = List.copyOf(all);
    }

    /** Reads the pieces between the bars. */
    static Additions read(List<String> pieces) {
        List<Addition> all = new ArrayList<>();
        for (String piece : pieces) {
            all.add(read(piece));
        }
        return new Additions(all);
    }

    private static Addition read(String piece) {
        if (FLAGS.contains(piece)) {
            return new Addition(Kind.FLAG, piece, "");
        }
        Matcher removal = REMOVAL.matcher(piece);
        if (removal.matches()) {
            return new Addition(Kind.REMOVE, removal.group(1), "");
        }
        Matcher header = HEADER.matcher(piece);
        if (!header.matches()) {
            throw new IllegalArgumentException("neither \"Header: value\" nor \"-Header\" nor one of " + flags()
                    + " nor one of the parts " + PARTS.stream().sorted().toList() + ": \"" + piece + "\"");
        }
        String name = header.group(2);
        Kind kind = PARTS.contains(name) ? Kind.PART : header.group(1).isEmpty() ? Kind.REPLACE : Kind.ADD;
        return new Addition(kind, name, header.group(3));
    }

    private static List<String> flags() {
        return FLAGS.stream().sorted().toList();
    }

    /** Whether a line with these tells the same message again as one with the others: alike, or with none. */
    boolean repeat(Additions others) {
        List<Addition> own = ofMessage();
        return own.isEmpty() || (own.equals(others.ofMessage()) && !has(NEW));
    }

    /** What becomes of a message is no part of it. */
    private List<Addition> ofMessage() {
        return all.stream().filter(addition -> !addition.name().equals(FAILS)).toList();
    }

    boolean has(String flag) {
        return all.contains(new Addition(Kind.FLAG, flag, ""));
    }

    Optional<String> part(String name) {
        return all.stream()
                .filter(addition ->
                        addition.kind() == Kind.PART && addition.name().equals(name))
                .map(Addition::value)
                .findFirst();
    }

    /** The header as the line gives it, if it does. */
    Optional<String> header(String name) {
        HeaderName wanted = HeaderName.of(name);
        return all.stream()
                .filter(addition -> addition.kind() == Kind.REPLACE)
                .filter(addition -> HeaderName.of(addition.name()).equals(wanted))
                .map(Addition::value)
                .findFirst();
    }

    /** Puts the headers, the body and the start line into the message. */
    void applyTo(Draft draft) {
        part(BODY).ifPresent(body -> draft.body(body.replace("\\n", "\r\n")));
        Set<HeaderName> replaced = new HashSet<>();
        for (Addition addition : all) {
            switch (addition.kind()) {
                case REPLACE -> {
                    if (replaced.add(HeaderName.of(addition.name()))) {
                        draft.set(addition.name(), addition.value());
                    } else {
                        draft.add(addition.name(), addition.value());
                    }
                }
                case ADD -> draft.add(addition.name(), addition.value());
                case REMOVE -> draft.remove(addition.name());
                case PART, FLAG -> {}
            }
        }
        part(START).ifPresent(draft::startLine);
        number(SIZE).ifPresent(draft::fillUpTo);
    }

    /**
     * The number that a part gives.
     *
     * @throws IllegalArgumentException if it gives something else
     */
    OptionalInt number(String name) {
        return part(name).map(text -> number(name, text)).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException other) {
            throw new IllegalArgumentException(name + " is not a number: " + text, other);
        }
    }

    /** As it may be shown beside an arrow. */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        for (Addition addition : all) {
            shown.add(
                    switch (addition.kind()) {
                        case REPLACE, ADD, PART -> addition.name() + ": " + addition.value();
                        case REMOVE -> "no " + addition.name();
                        case FLAG -> addition.name();
                    });
        }
        return String.join(" | ", shown);
    }
}
