package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Locale;
import org.callcause.rule.CodeEntry;

/** The codes of one kind. */
interface Chapter {

    /** All there are. */
    List<String> references();

    /** The references that a person may have meant by this; empty if it is none of this kind. */
    List<String> referencesOf(String asked);

    /** The entry of a reference that this chapter gave. */
    CodeEntry entry(String reference, Locale language);
}
