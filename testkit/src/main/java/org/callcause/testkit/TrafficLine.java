package org.callcause.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.message.Method;

/**
 * A line of a {@link TrafficScript}.
 *
 * @param start the second of the first exchange
 * @param count how many there are
 * @param method what they are
 * @param every the seconds from one to the next
 * @param from the users that begin them
 * @param at where they come from
 * @param to the users that they are for
 * @param over where they go, the ways in the order in which they are tried
 * @param outcomes what comes of each way
 * @param headers what else the messages carry
 */
record TrafficLine(
        double start,
        int count,
        Method method,
        double every,
        String from,
        String at,
        String to,
        List<String> over,
        List<Outcome> outcomes,
        List<String> headers) {

    private static final Pattern LINE = Pattern.compile(
            "([0-9.]+)\\s+([0-9]+)\\s+(call|registration|probe)s?((?:\\s+(?:every|from|at|to|over)\\s+[^:]+?)*)\\s*:\\s+(.*)");
    private static final Pattern PART = Pattern.compile("(every|from|at|to|over)\\s+([^\\s,]+(?:,\\s*[^\\s,]+)*)");
    private static final Pattern OUTCOME =
            Pattern.compile("(?<answered>answered (?<talk>[0-9.]+)(?<callee> by callee)?)|(?<cancelled>cancelled"
                    + " (?<wait>[0-9.]+))|(?<nothing>nothing)|(?<first>challenged then |rings (?<ring>[0-9.]+) then"
                    + " )?(?<status>[1-6][0-9]{2})(?<phrase> .*)?");

    /** The ways in which an exchange goes. */
    enum Way {
        ANSWERED,
        CANCELLED,
        REFUSED,
        NOTHING
    }

    /**
     * What comes of an exchange.
     *
     * @param way how it goes
     * @param seconds of talk, of ringing before a refusal, or before the caller gives up
     * @param byCallee whether the called side hangs up
     * @param challenged whether the first answer is a challenge
     * @param status the answer
     * @param phrase its words; empty for the usual ones
     */
    record Outcome(Way way, double seconds, boolean byCallee, boolean challenged, int status, String phrase) {

        private static Outcome read(String text) {
            Matcher words = OUTCOME.matcher(text.strip());
            if (!words.matches()) {
                throw new IllegalArgumentException("\"" + text.strip() + "\" is none of the outcomes: answered SECONDS,"
                        + " answered SECONDS by callee, cancelled SECONDS, nothing, STATUS, rings SECONDS then STATUS,"
                        + " challenged then STATUS");
            }
            if (words.group("answered") != null) {
                return new Outcome(
                        Way.ANSWERED, number(words.group("talk")), words.group("callee") != null, false, 200, "");
            }
            if (words.group("cancelled") != null) {
                return new Outcome(Way.CANCELLED, number(words.group("wait")), false, false, 487, "");
            }
            if (words.group("nothing") != null) {
                return new Outcome(Way.NOTHING, 0, false, false, 0, "");
            }
            String first = words.group("first") == null ? "" : words.group("first");
            return new Outcome(
                    Way.REFUSED,
                    words.group("ring") == null ? 0 : number(words.group("ring")),
                    false,
                    first.startsWith("challenged"),
                    Integer.parseInt(words.group("status")),
                    words.group("phrase") == null ? "" : words.group("phrase").strip());
        }
    }

    static TrafficLine read(String line) {
        String[] bars = line.split("\\s*\\|\\s*", -1);
        Matcher words = LINE.matcher(bars[0].strip());
        if (!words.matches()) {
            throw new IllegalArgumentException(
                    "not of the form \"SECOND COUNT calls every SECONDS from USER to USER over"
                            + " PLACE: OUTCOME | Header: value\"");
        }
        String every = "1";
        String from = "alice";
        String at = "pbx";
        String to = "bob";
        String over = "trunk";
        Matcher parts = PART.matcher(words.group(4));
        while (parts.find()) {
            String value = parts.group(2);
            switch (parts.group(1)) {
                case "every" -> every = value;
                case "from" -> from = value;
                case "at" -> at = value;
                case "to" -> to = value;
                default -> over = value;
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (String outcome : words.group(5).split(",", -1)) {
            outcomes.add(Outcome.read(outcome));
        }
        return new TrafficLine(
                number(words.group(1)),
                Integer.parseInt(words.group(2)),
                method(words.group(3)),
                number(every),
                from,
                at,
                to,
                Arrays.asList(over.split(",\\s*", -1)),
                List.copyOf(outcomes),
                headers(List.of(bars).subList(1, bars.length)));
    }

    /** A number of seconds. */
    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException other) {
            throw new IllegalArgumentException("not a number: " + text, other);
        }
    }

    private static List<String> headers(List<String> bars) {
        for (String header : bars) {
            if (header.indexOf(':') < 1) {
                throw new IllegalArgumentException("not of the form \"Header: value\": " + header);
            }
        }
        return bars;
    }

    private static Method method(String word) {
        return switch (word) {
            case "registration" -> Method.REGISTER;
            case "probe" -> Method.OPTIONS;
            default -> Method.INVITE;
        };
    }

    /** The one of {@code phone*10}, {@code +4930*5} or {@code 10.0.0.1*3} whose turn it is. */
    static String inTurn(String names, int turn) {
        int star = names.indexOf('*');
        if (star < 0) {
            return names;
        }
        String name = names.substring(0, star);
        int number = turn % Math.max(1, (int) number(names.substring(star + 1)));
        int digits = name.length();
        while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) {
            digits--;
        }
        if (digits == name.length()) {
            return name + (number + 1);
        }
        String counted = new BigDecimal(name.substring(digits))
                .add(BigDecimal.valueOf(number))
                .toPlainString();
        int missing = name.length() - digits - counted.length();
        return name.substring(0, digits) + "0".repeat(Math.max(0, missing)) + counted;
    }
}
