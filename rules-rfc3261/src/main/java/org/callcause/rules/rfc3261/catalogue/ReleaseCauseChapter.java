package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rule.ConfusableCode;

/** The causes of Q.850 as a person asks for them. */
final class ReleaseCauseChapter implements Chapter {

    static final String PREFIX = "Q.850/";

    private static final String TEXTS = "release-cause";

    /** Also as it stands in a Reason header field. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:Reason\\s*:\\s*)?Q\\.?850[ /:;#-]*(?:cause\\s*=?\\s*)?(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    @Override
    public List<String> references() {
        return ReleaseCauses.known().stream().map(cause -> PREFIX + cause).toList();
    }

    @Override
    public List<String> referencesOf(String asked) {
        Matcher number = ASKED.matcher(asked);
        if (number.matches()) {
            int cause = Integer.parseInt(number.group(1));
            return ReleaseCauses.isKnown(cause) ? List.of(PREFIX + cause) : List.of();
        }
        return ReleaseCauses.known().stream()
                .filter(cause -> ReleaseCauses.name(cause).equalsIgnoreCase(asked))
                .map(cause -> PREFIX + cause)
                .toList();
    }

    @Override
    public CodeEntry entry(String reference, Locale language) {
        int cause = cause(reference);
        Texts texts = Texts.of(TEXTS, language);
        String group = group(cause);
        CodeEntry entry = CodeEntry.of(reference, capital(ReleaseCauses.name(cause)))
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

    /** What is said of the cause, else of its class, in English: {@code meaning}, {@code caller} or {@code operator}. */
    static String told(int cause, String topic) {
        return Texts.of(TEXTS, Locale.ENGLISH).first(cause + "." + topic, group(cause) + "." + topic);
    }

    private static String group(int cause) {
        return "class." + causeClass(cause);
    }

    static int cause(String reference) {
        return Integer.parseInt(reference.substring(PREFIX.length()));
    }

    /** The upper three bits of the seven. */
    static int causeClass(int cause) {
        return cause >> 4;
    }

    private static String interworking(int cause, Texts common) {
        return common.find("interworking.to-status-" + cause)
                .orElseGet(() -> ReleaseCauses.isListed(cause)
                        ? common.get(
                                "interworking.to-status",
                                ReleaseCauses.status(cause).orElseThrow())
                        : common.get("interworking.to-status-default"));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
