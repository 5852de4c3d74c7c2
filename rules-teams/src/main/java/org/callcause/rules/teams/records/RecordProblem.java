package org.callcause.rules.teams.records;

/**
 * Something in a file that is not as documented. The rest of the file is read all the same.
 *
 * @param place where
 * @param what in one line, with the column and the value
 */
public record RecordProblem(RecordPlace place, String what) {

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
