package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Locale;
import org.callcause.message.StatusCode;

/** Every SIP status code with what the standards say of it, in English or in Vietnamese. Immutable. */
public final class StatusCatalogue {

    private final Texts texts;
    private final Texts common;
    private final Confusables confusables;

    private StatusCatalogue(Locale language) {
        this.texts = Texts.of("status", language);
        this.common = Texts.of("common", language);
        this.confusables = Confusables.in(language);
    }

    /** The catalogue in this language; in English where it does not speak it. */
    public static StatusCatalogue in(Locale language) {
        return new StatusCatalogue(language);
    }

    /** The languages that the catalogue is complete in. */
    public static List<Locale> languages() {
        return Texts.LANGUAGES;
    }

    /**
     * What is said of the code. One that is not registered counts as x00 of its class, and its entry says so.
     *
     * @throws IllegalArgumentException if there can be no such code: below 100 or above 699
     */
    public StatusEntry entry(int code) {
        StatusCode status = new StatusCode(code);
        if (status.equals(StatusCode.UNREADABLE)) {
            throw new IllegalArgumentException("Not a SIP status code: " + code);
        }
        return new StatusEntry(status, texts, common, confusables.of(String.valueOf(code)));
    }

    /** Every registered code, in order. */
    public List<StatusEntry> registered() {
        return StatusFacts.registered().stream()
                .map(facts -> entry(facts.code()))
                .toList();
    }
}
