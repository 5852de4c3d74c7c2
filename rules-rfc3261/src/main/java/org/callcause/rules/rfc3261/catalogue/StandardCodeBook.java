package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Locale;
import org.callcause.rule.CodeBook;
import org.callcause.rule.CodeEntry;

/** The SIP status codes, the causes of Q.850 and the warning codes. */
public final class StandardCodeBook implements CodeBook {

    private static final List<Chapter> CHAPTERS =
            List.of(new StatusChapter(), new ReleaseCauseChapter(), new WarningChapter());

    /** A book of all three. */
    public StandardCodeBook() {}

    @Override
    public String title() {
        return "SIP status codes, Q.850 causes, warning codes";
    }

    @Override
    public boolean isStandard() {
        return true;
    }

    @Override
    public List<CodeEntry> find(String asked, Locale language) {
        return CHAPTERS.stream()
                .flatMap(chapter ->
                        chapter.referencesOf(asked).stream().map(reference -> chapter.entry(reference, language)))
                .toList();
    }

    @Override
    public List<String> references() {
        return CHAPTERS.stream()
                .flatMap(chapter -> chapter.references().stream())
                .toList();
    }

    @Override
    public List<String> compare(CodeEntry one, CodeEntry other, Locale language) {
        return new CodeContrast(language).of(one.reference(), other.reference());
    }
}
