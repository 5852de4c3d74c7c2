package org.callcause.rules.rfc3261.catalogue;

import java.util.Collections;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The sentences of one bundle in one language. */
final class Texts {

    /** The languages that every bundle is complete in; the first serves for all others. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, new Locale("vi"));

    private final ResourceBundle bundle;
    private final Locale language;

    private Texts(ResourceBundle bundle, Locale language) {
        this.bundle = bundle;
        this.language = language;
    }

    static Texts of(String name, Locale asked) {
        Locale language = known(asked);
        return new Texts(ResourceBundle.getBundle(Texts.class.getPackageName() + "." + name, language), language);
    }

    /** The language that serves for the one asked for. */
    static Locale known(Locale asked) {
        return LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }

    /** The sentence of this key, with its places filled in. */
    String get(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : filled(text, values);
    }

    private String filled(String text, Object... values) {
        try (Formatter formatter = new Formatter(language)) {
            return formatter.format(text, values).toString();
        }
    }

    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The sentence of the first key that there is. */
    String first(String key, String otherwise) {
        return find(key).orElseGet(() -> bundle.getString(otherwise));
    }

    List<String> keys() {
        return Collections.list(bundle.getKeys()).stream().sorted().toList();
    }
}
