package org.callcause.report;

/** Headings between the parts of the text. */
final class Titles {

    private Titles() {}

    static String underlined(String title, Style style) {
        return "\n" + style.bold(title) + "\n" + "=".repeat(title.length()) + "\n\n";
    }
}
