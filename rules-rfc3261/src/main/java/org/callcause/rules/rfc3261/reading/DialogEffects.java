package org.callcause.rules.rfc3261.reading;

import java.util.Locale;
import org.callcause.rules.rfc3261.catalogue.DialogEffect;
import org.callcause.rules.rfc3261.catalogue.StatusCatalogue;

/** What a final response ends when it answers a request inside a dialog (RFC 5057 5.1). */
public final class DialogEffects {

    private static final StatusCatalogue CATALOGUE = StatusCatalogue.in(Locale.ENGLISH);

    private DialogEffects() {}

    /** The effect of a status code from 100 to 699. */
    public static DialogEffect of(int status) {
        return CATALOGUE.entry(status).dialogEffect();
    }

    /** Whether it leaves the call as it was. */
    public static boolean leavesTheCall(int status) {
        return switch (of(status)) {
            case NONE, TRANSACTION, UNLISTED -> true;
            case USAGE, DIALOG, ENDS_DIALOG_AND_USAGES, TIMEOUT -> false;
        };
    }

    /** The effect as a clause that stands by itself. */
    public static String told(int status) {
        return switch (of(status)) {
            case NONE -> "that ends nothing";
            case TRANSACTION -> "by RFC 5057 only that request fails, and the call goes on";
            case UNLISTED ->
                "RFC 5057 does not list the code, so only that request fails, as with " + status / 100
                        + "00, and the call goes on";
            case USAGE -> "by RFC 5057 that ends what the request belongs to, here the call";
            case DIALOG, ENDS_DIALOG_AND_USAGES -> "by RFC 5057 that ends the dialog, and the call with it";
            case TIMEOUT -> "by RFC 5057 that counts as a timeout of the request, which ends the call";
        };
    }
}
