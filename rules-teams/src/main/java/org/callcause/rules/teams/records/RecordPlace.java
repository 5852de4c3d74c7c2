package org.callcause.rules.teams.records;

/**
 * Where a record stands.
 *
 * @param file the file, with the entry of a zip behind an exclamation mark
 * @param line the line, from 1, where the record begins; 0 where it is not known
 */
public record RecordPlace(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
