package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What is said of a registered status code in no language. */
record StatusFacts(int code, String reference, boolean retryAfter, DialogEffect effect, String madeBy) {

    private static final Map<Integer, StatusFacts> REGISTERED = read();

    private static Map<Integer, StatusFacts> read() {
        Map<Integer, StatusFacts> facts = new TreeMap<>();
        for (List<String> row : Table.rows("status-codes.txt")) {
            int code = Integer.parseInt(row.get(0));
            facts.put(
                    code,
                    new StatusFacts(
                            code, row.get(1), row.get(2).equals("yes"), DialogEffect.named(row.get(3)), row.get(4)));
        }
        return facts;
    }

    static List<StatusFacts> registered() {
        return List.copyOf(REGISTERED.values());
    }

    /** The facts of the code itself, or of the one that it counts as. */
    static StatusFacts of(int code) {
        return Objects.requireNonNull(REGISTERED.get(REGISTERED.containsKey(code) ? code : substitute(code)));
    }

    /** RFC 3261 section 8.1.3.2: an unknown 1xx counts as 183, every other unknown code as x00 of its class. */
    private static int substitute(int code) {
        return code < 200 ? 183 : code / 100 * 100;
    }
}
