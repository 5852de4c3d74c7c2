package org.callcause.rules.teams.records;

/**
 * Where a record stands.
 *
 * @param file the file, with the entry of a zip behind an exclamation mark
 * @param line the line in a CSV file, from 1; in JSON the number of the record in its array, from 1
 */
public record RecordPlace(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
