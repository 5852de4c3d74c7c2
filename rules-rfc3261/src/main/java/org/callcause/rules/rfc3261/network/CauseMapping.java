package org.callcause.rules.rfc3261.network;

import java.util.Map;
import java.util.Set;

/**
 * Which status a gateway makes of a Q.850 cause (RFC 3398 7.2.4.1), and which causes it makes of a status (8.2.6.1). A
 * pair that neither direction gives was changed by something between.
 */
final class CauseMapping {

    private static final int DEFAULT_STATUS = 500;

    private static final Map<Integer, Set<Integer>> STATUS_OF_CAUSE = Map.ofEntries(
            Map.entry(1, Set.of(404)),
            Map.entry(2, Set.of(404)),
            Map.entry(3, Set.of(404)),
            Map.entry(17, Set.of(486, 600)),
            Map.entry(18, Set.of(408, 480)),
            Map.entry(19, Set.of(480)),
            Map.entry(20, Set.of(480)),
            Map.entry(21, Set.of(403, 603)),
            Map.entry(22, Set.of(410, 301)),
            Map.entry(23, Set.of(410, 302)),
            Map.entry(26, Set.of(404)),
            Map.entry(27, Set.of(502)),
            Map.entry(28, Set.of(484)),
            Map.entry(29, Set.of(501)),
            Map.entry(31, Set.of(480)),
            Map.entry(34, Set.of(503)),
            Map.entry(38, Set.of(503)),
            Map.entry(41, Set.of(503)),
            Map.entry(42, Set.of(503)),
            Map.entry(47, Set.of(503)),
            Map.entry(55, Set.of(403)),
            Map.entry(57, Set.of(403)),
            Map.entry(58, Set.of(503)),
            Map.entry(65, Set.of(488)),
            Map.entry(70, Set.of(488)),
            Map.entry(79, Set.of(501)),
            Map.entry(87, Set.of(403)),
            Map.entry(88, Set.of(503)),
            Map.entry(102, Set.of(504)),
            Map.entry(111, Set.of(500)),
            Map.entry(127, Set.of(500)));

    private static final Map<Integer, Integer> CAUSE_OF_STATUS = Map.ofEntries(
            Map.entry(400, 41),
            Map.entry(401, 21),
            Map.entry(402, 21),
            Map.entry(403, 21),
            Map.entry(404, 1),
            Map.entry(405, 63),
            Map.entry(406, 79),
            Map.entry(407, 21),
            Map.entry(408, 102),
            Map.entry(410, 22),
            Map.entry(415, 79),
            Map.entry(480, 18),
            Map.entry(481, 41),
            Map.entry(482, 25),
            Map.entry(483, 25),
            Map.entry(484, 28),
            Map.entry(485, 1),
            Map.entry(486, 17),
            Map.entry(500, 41),
            Map.entry(501, 79),
            Map.entry(502, 38),
            Map.entry(503, 41),
            Map.entry(504, 102),
            Map.entry(600, 17),
            Map.entry(603, 21),
            Map.entry(604, 1));

    private CauseMapping() {}

    /** Whether a gateway may have written the two together. */
    static boolean agree(int cause, int status) {
        return STATUS_OF_CAUSE.getOrDefault(cause, Set.of(DEFAULT_STATUS)).contains(status)
                || CAUSE_OF_STATUS.getOrDefault(status, 0) == cause;
    }

    /** The status that RFC 3398 gives the cause, the usual one first. */
    static int usualStatus(int cause) {
        return STATUS_OF_CAUSE.getOrDefault(cause, Set.of(DEFAULT_STATUS)).stream()
                .min(Integer::compare)
                .orElse(DEFAULT_STATUS);
    }
}
