package org.callcause.capture.text.document;

import java.util.Optional;

/** A document that is read line by line. */
interface Document {

    /** Whether it has begun and not ended. */
    boolean isOpen();

    /** Whether a line behind its end begins another one of its kind. */
    boolean goesOnWith(String text);

    /**
     * Takes a line, or a piece of a long one.
     *
     * @return what stands in it behind the place where it stops to be of this kind; empty when all of it was taken
     */
    Optional<String> add(String text);

    /** Hands over what is still waiting. */
    void finish();
}
