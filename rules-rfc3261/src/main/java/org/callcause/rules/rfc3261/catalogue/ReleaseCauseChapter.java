package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rule.ConfusableCode;
import org.callcause.rules.rfc3261.network.ReleaseCauses;

/** The causes of Q.850 as a person asks for them. */
final class ReleaseCauseChapter implements Chapter {

    static final String PREFIX = "Q.850/";

    /** Also as it stands in a Reason header field. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:Reason\\s*:\\s*)?Q\\.?850[ /:;#-]*(?:cause\\s*=?\\s*)?(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    private static final Map<Integer, String> STATUSES = statuses();

    private static Map<Integer, String> statuses() {
        Map<Integer, String> statuses = new TreeMap<>();
        Table.rows("release-causes.txt").forEach(row -> statuses.put(Integer.valueOf(row.get(0)), row.get(1)));
        return statuses;
    }

    static String name(int cause) {
        return ReleaseCauses.name(cause);
    }

    @Override
    public List<String> references() {
        return STATUSES.keySet().stream().map(cause -> PREFIX + cause).toList();
    }

    @Override
    public List<String> referencesOf(String asked) {
        Matcher number = ASKED.matcher(asked);
        if (number.matches()) {
            int cause = Integer.parseInt(number.group(1));
            return STATUSES.containsKey(cause) ? List.of(PREFIX + cause) : List.of();
        }
        return STATUSES.keySet().stream()
                .filter(cause -> name(cause).equalsIgnoreCase(asked))
                .map(cause -> PREFIX + cause)
                .toList();
    }

    @Override
    public CodeEntry entry(String reference, Locale language) {
        int cause = cause(reference);
        Texts texts = Texts.of("release-cause", language);
        String group = "class." + causeClass(cause);
        CodeEntry entry = CodeEntry.of(reference, capital(name(cause)))
                .in(texts.get("kind", texts.get(group)))
                .says(CodeTopic.MEANING, texts.get(cause + ".meaning"))
                .says(CodeTopic.WHEN, texts.first(cause + ".when", group + ".when"))
                .says(CodeTopic.MADE_BY, texts.first(cause + ".made-by", group + ".made-by"))
                .says(CodeTopic.CALLER, texts.first(cause + ".caller", group + ".caller"))
                .says(CodeTopic.OPERATOR, texts.first(cause + ".operator", group + ".operator"))
                .says(CodeTopic.INTERWORKING, interworking(cause, Texts.of("common", language)))
                .cites("Q.850 2.2.7")
                .cites("RFC 3398 7.2.4.1");
        for (ConfusableCode confusable : Confusables.in(language).of(reference)) {
            entry = entry.confusedWith(confusable.reference(), confusable.test());
        }
        return entry;
    }

    static int cause(String reference) {
        return Integer.parseInt(reference.substring(PREFIX.length()));
    }

    /** The status that RFC 3398 lets a gateway make of the cause; 0 where it makes none. */
    static int statusOf(int cause) {
        String status = STATUSES.getOrDefault(cause, "none");
        return switch (status) {
            case "none" -> 0;
            case "default" -> 500;
            default -> Integer.parseInt(status);
        };
    }

    /** The upper three bits of the seven. */
    static int causeClass(int cause) {
        return cause >> 4;
    }

    private static String interworking(int cause, Texts common) {
        String status = STATUSES.getOrDefault(cause, "default");
        return common.find("interworking.to-status-" + cause)
                .orElseGet(() -> status.equals("default")
                        ? common.get("interworking.to-status-default")
                        : common.get("interworking.to-status", status));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
