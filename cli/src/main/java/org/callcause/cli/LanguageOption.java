package org.callcause.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.callcause.report.CodeExplanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses the language. */
final class LanguageOption {

    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    @Option(
            names = "--lang",
            paramLabel = "en|vi",
            description = "The language to explain in (default: that of your locale, else English).")
    private @Nullable String asked;

    /** The language asked for, else the user's, if it is one that there is, else English. */
    Locale language(Console console) {
        if (asked == null) {
            return known(console.locale()).orElse(Locale.ENGLISH);
        }
        return known(locale(asked))
                .orElseThrow(() ->
                        CommandException.badInput("--lang " + asked + ": no such language here; there are en and vi"));
    }

    private static Optional<Locale> known(Locale wanted) {
        return CodeExplanation.languages().stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }

    private static Locale locale(String name) {
        return Locale.forLanguageTag(name.replaceFirst("[.@].*", "").replace('_', '-'));
    }

    /**
     * The user's locale. Where the system lacks the data of the locale that the environment names, the virtual machine
     * falls back to English; the name is what the user wants all the same.
     */
    static Locale ofUser(Locale ofMachine, Function<String, @Nullable String> environment) {
        if (!ofMachine.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return ofMachine;
        }
        for (String variable : VARIABLES) {
            String value = environment.apply(variable);
            if (value != null && !value.isEmpty()) {
                return locale(value);
            }
        }
        return ofMachine;
    }
}
