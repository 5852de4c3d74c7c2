package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Optional;
import org.callcause.message.StatusCode;
import org.callcause.rule.ConfusableCode;

/** What the standards say of one SIP status code, in the language of its {@link StatusCatalogue}. */
public final class StatusEntry {

    private final StatusCode code;
    private final StatusFacts facts;
    private final Texts texts;
    private final Texts common;
    private final List<ConfusableCode> confusables;

    StatusEntry(StatusCode code, Texts texts, Texts common, List<ConfusableCode> confusables) {
        this.code = code;
        this.facts = StatusFacts.of(code.value());
        this.texts = texts;
        this.common = common;
        this.confusables = confusables;
    }

    /** The code itself. */
    public StatusCode code() {
        return code;
    }

    /** Whether IANA lists the code. Of one that is not listed, everything said is what its {@link #countsAs} says. */
    public boolean isRegistered() {
        return facts.code() == code.value();
    }

    /** The code itself; for an unknown one 183 or x00 of its class (RFC 3261 section 8.1.3.2). */
    public StatusCode countsAs() {
        return new StatusCode(facts.code());
    }

    /** The registered phrase; for an unknown code a remark in its place. */
    public String phrase() {
        return isRegistered() ? code.standardPhrase().orElse("") : common.get("unregistered.phrase");
    }

    /** The class in words. */
    public String statusClass() {
        return common.get("class." + code.statusClass());
    }

    /** What the sender says with it: a clause that can follow "means that". */
    public String meaning() {
        return texts.get(facts.code() + ".meaning");
    }

    /** When it is met. */
    public String whenSeen() {
        return texts.get(facts.code() + ".when");
    }

    /** What it means for who called. */
    public String forCaller() {
        return texts.get(facts.code() + ".caller");
    }

    /** What the person in charge looks at and does. */
    public String forOperator() {
        return texts.get(facts.code() + ".operator");
    }

    /** Which side makes it. */
    public String madeBy() {
        return common.get("made-by." + facts.madeBy());
    }

    /** The document and section that define it. */
    public String reference() {
        return facts.reference();
    }

    /** Whether Retry-After is meant for it (RFC 3261 section 20.33). */
    public boolean isRetryAfterAllowed() {
        return facts.retryAfter();
    }

    /** What it does inside a dialog. */
    public DialogEffect dialogEffect() {
        return facts.effect();
    }

    /** {@link #dialogEffect} in words. */
    public String inDialog() {
        return common.get("in-dialog." + facts.effect().word());
    }

    /** The codes, of any kind, that it is easily taken for, and how to tell them apart. */
    public List<ConfusableCode> confusables() {
        return confusables;
    }

    /** That an unknown code is unknown, and where it is met nevertheless. */
    public Optional<String> note() {
        if (isRegistered()) {
            return Optional.empty();
        }
        String counts = code + " " + common.get("unregistered", countsAs());
        return Optional.of(
                common.find("seen." + code).map(seen -> counts + " " + seen).orElse(counts));
    }

    @Override
    public String toString() {
        return code + " " + phrase();
    }
}
