package org.callcause.rules.rfc3261.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rule.ConfusableCode;

/** The codes of the Warning header field as a person asks for them. */
final class WarningChapter implements Chapter {

    static final String PREFIX = "warning/";

    private static final Pattern ASKED = Pattern.compile("warn(?:ing)?[ /:;#-]*(3\\d\\d)", Pattern.CASE_INSENSITIVE);

    private record Facts(String section, String name) {}

    private static final Map<String, Facts> REGISTERED = read();

    private static Map<String, Facts> read() {
        Map<String, Facts> facts = new LinkedHashMap<>();
        Table.rows("warning-codes.txt")
                .forEach(row -> facts.put(PREFIX + row.get(0), new Facts(row.get(1), row.get(2))));
        return facts;
    }

    @Override
    public List<String> references() {
        return List.copyOf(REGISTERED.keySet());
    }

    @Override
    public List<String> referencesOf(String asked) {
        Matcher number = ASKED.matcher(asked);
        if (number.matches()) {
            String reference = PREFIX + number.group(1);
            return REGISTERED.containsKey(reference) ? List.of(reference) : List.of();
        }
        return REGISTERED.entrySet().stream()
                .filter(each -> each.getValue().name().equalsIgnoreCase(asked))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public CodeEntry entry(String reference, Locale language) {
        Facts facts = REGISTERED.getOrDefault(reference, new Facts("", ""));
        Texts texts = Texts.of("warning", language);
        String code = reference.substring(PREFIX.length());
        CodeEntry entry = CodeEntry.of(reference, facts.name())
                .in(texts.get("kind"))
                .says(CodeTopic.MEANING, texts.get(code + ".meaning"))
                .says(CodeTopic.WHEN, texts.first(code + ".when", "any.when"))
                .says(CodeTopic.MADE_BY, texts.get("any.made-by"))
                .says(CodeTopic.CALLER, texts.get("any.caller"))
                .says(CodeTopic.OPERATOR, texts.get(code + ".operator"))
                .cites(facts.section());
        for (ConfusableCode confusable : Confusables.in(language).of(reference)) {
            entry = entry.confusedWith(confusable.reference(), confusable.test());
        }
        return entry;
    }
}
