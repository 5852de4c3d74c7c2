package org.callcause.cli;

import java.util.Locale;
import org.callcause.rule.CodeBooks;
import picocli.CommandLine.Mixin;

/** The options of the commands that are about codes: in which language, by which rules, in which form. */
final class CodeOptions {

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private AnswerOptions output = new AnswerOptions();

    Locale language(Console console) {
        return language.language(console);
    }

    CodeBooks books(Console console) {
        return CodeBooks.of(rules.rules(console));
    }

    int write(Console console, AnswerOptions.AsJson json, AnswerOptions.AsText text) {
        return rules.status(output.write(console, json, text));
    }
}
