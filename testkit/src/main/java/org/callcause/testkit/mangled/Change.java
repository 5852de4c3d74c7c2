package org.callcause.testkit.mangled;

import java.util.List;
import java.util.random.RandomGenerator;

/** One thing that is done to the messages of a call. */
@FunctionalInterface
interface Change {

    /** What is done to one message. */
    @FunctionalInterface
    interface OfMessage {

        /** The message as it is then; the same where it could not be done. */
        Sheet to(Sheet sheet, RandomGenerator random);
    }

    /** What is done to the lines of one message. */
    @FunctionalInterface
    interface OfLines<T> {

        /** Does it in place; there is a line at least. */
        void make(List<T> lines, RandomGenerator random);
    }

    /** Does it in place; nothing where there is nothing that it could be done to. The list is not empty, then or later. */
    void make(List<Sheet> call, RandomGenerator random);

    /** Done to one message, whichever. */
    static Change ofOne(OfMessage change) {
        return (call, random) -> {
            int at = random.nextInt(call.size());
            call.set(at, change.to(call.get(at), random));
        };
    }

    /** The text up to some place in it. */
    static String part(String text, RandomGenerator random) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    /** One of these values. */
    static <T> T any(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
