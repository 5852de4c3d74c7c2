package org.callcause.message;

/**
 * One parameter.
 *
 * @param name as it stands in the message; names are compared without regard to case
 * @param value without quotes and escapes; empty for a parameter without a value, as {@code ;lr}
 */
public record Parameter(String name, String value) {
    static Parameter parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Parameter(text, "")
                : new Parameter(
                        text.substring(0, equals).trim(),
                        Lexical.unquote(text.substring(equals + 1).trim()));
    }
}
