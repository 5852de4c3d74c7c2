package org.callcause.rules.rfc3261.catalogue;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.callcause.diagnosis.Cause;

/**
 * The causes with which telephone networks end calls, 1 to 127 (ITU-T Q.850 table 1), and the status codes that gateways
 * pair them with (RFC 3398).
 */
public final class ReleaseCauses {

    private static final int STATUS_OF_UNLISTED = 500;
    private static final Map<Integer, Facts> FACTS = read();

    /**
     * What is known of a cause.
     *
     * @param status what a gateway answers for it, if anything
     * @param listed whether RFC 3398 names the cause, and not only what is made of all others
     * @param name in plain words
     */
    private record Facts(OptionalInt status, boolean listed, String name) {}

    private ReleaseCauses() {}

    private static Map<Integer, Facts> read() {
        Map<Integer, Facts> facts = new TreeMap<>();
        Table.rows("release-causes.txt")
                .forEach(row -> facts.put(
                        Integer.valueOf(row.get(0)),
                        new Facts(status(row.get(1)), !row.get(1).equals("default"), row.get(2))));
        return facts;
    }

    private static OptionalInt status(String column) {
        return switch (column) {
            case "none" -> OptionalInt.empty();
            case "default" -> OptionalInt.of(STATUS_OF_UNLISTED);
            default -> OptionalInt.of(Integer.parseInt(column));
        };
    }

    /** Whether the standard gives this value a meaning. */
    public static boolean isKnown(int cause) {
        return FACTS.containsKey(cause);
    }

    /** The name of the value in plain words, in lower case; {@code unknown cause} where it has no meaning. */
    public static String name(int cause) {
        Facts facts = FACTS.get(cause);
        return facts == null ? "unknown cause" : facts.name();
    }

    /** What a known value says of the call, in English and as a clause. */
    public static String meaning(int cause) {
        return ReleaseCauseChapter.told(cause, "meaning");
    }

    /** What whoever runs a system on the way can do about a known value, in English, the likeliest first. */
    public static String remedyOfOperator(int cause) {
        return ReleaseCauseChapter.told(cause, "operator");
    }

    /** What the caller can do about a known value, in English. */
    public static String remedyOfCaller(int cause) {
        return ReleaseCauseChapter.told(cause, "caller");
    }

    /**
     * The status that a gateway makes of the cause (RFC 3398 7.2.4.1): 500 where the table does not list the cause, none
     * where it lets the gateway answer nothing, as for normal clearing.
     */
    public static OptionalInt status(int cause) {
        Facts facts = FACTS.get(cause);
        return facts == null ? OptionalInt.of(STATUS_OF_UNLISTED) : facts.status();
    }

    /**
     * Whether a gateway may have written the two together, in either direction (RFC 3398 7.2.4.1 and 8.2.6.1). A pair that
     * neither gives was changed by something between.
     */
    public static boolean arePaired(int cause, int status) {
        return status(cause).orElse(STATUS_OF_UNLISTED) == status || StatusChapter.causeOf(status) == cause;
    }

    /** What the cause says of the end of a call; nobody was slow to answer a device that did not even ring. */
    public static Cause causeOf(int cause, boolean rang) {
        return switch (cause) {
            case 1, 2, 3 -> Cause.UNALLOCATED_NUMBER;
            case 17 -> Cause.BUSY;
            case 18 -> rang ? Cause.NO_ANSWER : Cause.NO_RESPONSE;
            case 19 -> Cause.NO_ANSWER;
            case 20 -> Cause.NOT_REGISTERED;
            case 22, 23 -> Cause.NUMBER_CHANGED;
            case 28 -> Cause.INVALID_NUMBER_FORMAT;
            case 27, 38, 41 -> Cause.DOWNSTREAM_FAILURE;
            case 34, 44, 47 -> Cause.CAPACITY_EXCEEDED;
            case 42 -> Cause.OVERLOAD_TRANSIENT;
            case 50, 52, 54, 55, 57, 87 -> Cause.BLOCKED_BY_POLICY;
            case 58, 65, 66, 69, 70, 79, 88 -> Cause.INTERWORKING;
            case 102 -> Cause.NO_RESPONSE;
            default -> Cause.PSTN_RELEASE;
        };
    }

    static boolean isListed(int cause) {
        Facts facts = FACTS.get(cause);
        return facts != null && facts.listed();
    }

    static Set<Integer> known() {
        return FACTS.keySet();
    }
}
