package org.callcause.capture.text.wrapped;

/** Finds the entries in the lines of a file. */
interface EntrySource {

    /**
     * Takes a line.
     *
     * @param whole whether it is at its end, and no piece of a longer one
     */
    void add(String line, boolean whole);

    /** Takes the end of the file. */
    void finish();
}
