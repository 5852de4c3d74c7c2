package org.callcause.rules.rfc3261.catalogue;

import java.util.Locale;

/** What a response does to the dialog in which its request was sent (RFC 5057 section 5.1). */
public enum DialogEffect {
    /** It is no failure. */
    NONE,
    /** Only the request fails. */
    TRANSACTION,
    /** The usage that the request belongs to ends: the session or the subscription. */
    USAGE,
    /** The dialog ends with all its usages. */
    DIALOG,
    /** A redirection within a dialog: the dialog ends with all its usages, unless the client follows. */
    ENDS_DIALOG_AND_USAGES,
    /** As if the request had timed out, which ends the usage (note 4 and section 5.2). */
    TIMEOUT,
    /** The table does not list the code: it counts as x00 of its class, so only the request fails. */
    UNLISTED;

    static DialogEffect named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
