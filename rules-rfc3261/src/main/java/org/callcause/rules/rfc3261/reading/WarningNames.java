package org.callcause.rules.rfc3261.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.Warning;
import org.callcause.rule.CodeBook;
import org.callcause.rule.CodeTopic;
import org.callcause.rules.rfc3261.catalogue.StandardCodeBook;

/** What the Warning codes of a response mean (RFC 3261 20.43, RFC 5630 6.2, RFC 8373). */
public final class WarningNames {

    private static final CodeBook BOOK = new StandardCodeBook();

    private WarningNames() {}

    /** A clause that names each Warning of the final response; absent where there is none that is known. */
    public static Optional<String> told(Call call) {
        List<String> named =
                call.furthestFinalResponse().map(response -> response.message().warnings()).orElse(List.of()).stream()
                        .filter(warning -> !name(warning.code()).isEmpty())
                        .map(warning -> warning.code() + ", which means that " + name(warning.code()) + words(warning))
                        .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of("its Warning is " + Sentences.all(named));
    }

    private static String words(Warning warning) {
        return warning.text().isBlank() ? "" : " (\"" + warning.text() + "\")";
    }

    private static String name(int code) {
        return BOOK.find("warning/" + code, Locale.ENGLISH).stream()
                .findFirst()
                .flatMap(entry -> entry.text(CodeTopic.MEANING))
                .orElse("");
    }
}
