package org.callcause.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of From, To and Contact values that this generator itself writes. */
final class Addresses {

    private static final Pattern TAG = Pattern.compile(";\\s*tag=([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern URI = Pattern.compile("<([^>]*)>");

    private Addresses() {}

    /** The tag; empty where there is none. */
    static String tag(String value) {
        Matcher matcher = TAG.matcher(value.substring(value.indexOf('>') + 1));
        return matcher.find() ? matcher.group(1) : "";
    }

    static String uri(String value) {
        Matcher matcher = URI.matcher(value);
        return matcher.find() ? matcher.group(1) : value.split("[;\\s]", 2)[0];
    }

    static String withTag(String value, String tag) {
        return tag.isEmpty() || !tag(value).isEmpty() ? value : value + ";tag=" + tag;
    }
}
