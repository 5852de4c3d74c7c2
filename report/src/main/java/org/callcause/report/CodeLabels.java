package org.callcause.report;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.callcause.rule.CodeTopic;

/** The words around what code books say, in one language. */
final class CodeLabels {

    /** The languages that the words exist in; the first serves for all others. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, new Locale("vi"));

    private final Locale language;
    private final ResourceBundle words;

    private CodeLabels(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("org.callcause.report.codes", language);
    }

    static CodeLabels in(Locale asked) {
        return new CodeLabels(LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0)));
    }

    String language() {
        return language.toLanguageTag();
    }

    String get(String key) {
        return words.getString(key);
    }

    /** The label of the topic in an explanation. */
    String topic(CodeTopic topic) {
        return get("topic." + topic);
    }

    /** The heading above what two codes say on the topic. */
    String each(CodeTopic topic) {
        return get("each." + topic);
    }

    String filled(String key, Object... values) {
        return String.format(language, get(key), values);
    }

    /** With a capital and a full stop, where the author left them out. */
    static String sentence(String text) {
        char last = text.charAt(text.length() - 1);
        boolean ended = last == '.' || last == '!' || last == '?';
        return Wording.capital(text) + (ended ? "" : ".");
    }
}
