package org.callcause.rules.teams.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Tells a comma from the semicolon that spreadsheets write in countries with a decimal comma. */
final class Separators {

    private static final int HEAD = 4_096;

    private Separators() {}

    /** The separator of the first line. The stream must support marks and stands where it stood. */
    static char of(InputStream input) throws IOException {
        input.mark(HEAD);
        String head = new String(input.readNBytes(HEAD), StandardCharsets.UTF_8);
        input.reset();
        String line = head.lines().findFirst().orElse("");
        long semicolons = line.chars().filter(character -> character == ';').count();
        long commas = line.chars().filter(character -> character == ',').count();
        return semicolons > commas ? ';' : ',';
    }
}
