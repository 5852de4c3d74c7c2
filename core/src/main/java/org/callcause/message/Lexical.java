package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The pieces which all header values are made of: quoted strings, comments, addresses in angle brackets, lists
 * (RFC 3261 section 25.1).
 *
 * <p>A quote, bracket or parenthesis that is never closed counts as an ordinary character. Once the search for a closing
 * one has failed, it fails for all later ones too and is not repeated; so everything here takes linear time.
 */
final class Lexical {
    /** What the decoder puts in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final boolean[] TOKEN_CHARS = new boolean[128];

    static {
        String letters = "abcdefghijklmnopqrstuvwxyz";
        String all = letters + letters.toUpperCase(Locale.ROOT) + "0123456789" + "-.!%*_+`'~";
        all.chars().forEach(c -> TOKEN_CHARS[c] = true);
    }

    private Lexical() {}

    /** Splits at each delimiter outside quoted strings, angle brackets and comments; pieces are trimmed, none is dropped. */
    static List<String> split(String text, char delimiter) {
        List<String> pieces = new ArrayList<>();
        boolean quotes = true;
        boolean brackets = true;
        boolean comments = true;
        int start = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = -1;
            if (c == delimiter) {
                pieces.add(text.substring(start, i).trim());
                start = i + 1;
            } else if (c == '"' && quotes) {
                close = endOfQuoted(text, i);
                quotes = close > 0;
            } else if (c == '<' && brackets) {
                close = text.indexOf('>', i);
                brackets = close > 0;
            } else if (c == '(' && comments) {
                close = endOfComment(text, i);
                comments = close > 0;
            }
            i = close > 0 ? close + 1 : i + 1;
        }
        pieces.add(text.substring(start).trim());
        return pieces;
    }

    /** The values of a comma list; empty ones are left out. */
    static List<String> list(String text) {
        if (text.indexOf(',') < 0) {
            return text.isBlank() ? List.of() : List.of(text.trim());
        }
        List<String> values = split(text, ',');
        values.removeIf(String::isEmpty);
        return values;
    }

    /** Where {@code wanted} first stands outside quoted strings, or -1. */
    static int indexOutsideQuotes(String text, char wanted) {
        boolean quotes = true;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = -1;
            if (c == wanted) {
                return i;
            } else if (c == '"' && quotes) {
                close = endOfQuoted(text, i);
                quotes = close > 0;
            }
            i = close > 0 ? close + 1 : i + 1;
        }
        return -1;
    }

    /** Where the quoted string that opens at {@code open} closes, or -1. */
    static int endOfQuoted(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** Where the comment that opens at {@code open} closes, or -1; comments nest. */
    static int endOfComment(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The content of a quoted string without its quotes and escapes; any other text as it is. */
    static String unquote(String text) {
        if (text.isEmpty() || text.charAt(0) != '"') {
            return text;
        }
        int close = endOfQuoted(text, 0);
        String content = text.substring(1, close < 0 ? text.length() : close);
        return content.indexOf('\\') < 0 ? content : unescape(content);
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    /** The number, if the text is digits only; a number which does not fit is {@link Long#MAX_VALUE}; else -1. */
    static long number(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number > (Long.MAX_VALUE - 9) / 10 ? Long.MAX_VALUE : number * 10 + digit;
        }
        return number;
    }

    /** The end of the blank-free word that starts at {@code from}. */
    static int endOfWord(String text, int from) {
        int i = from;
        while (i < text.length() && !isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static boolean isToken(String text) {
        return !text.isEmpty() && endOfWord(text, 0) == text.length() && isTokens(text);
    }

    /** Whether the text is nothing but tokens and blanks. */
    static boolean isTokens(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i)) && !isTokenChar(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the character may stand in a token (RFC 3261 section 25.1). */
    static boolean isTokenChar(int c) {
        return c >= 0 && c < TOKEN_CHARS.length && TOKEN_CHARS[c];
    }

    /** The characters of these bytes: of UTF-8, or, where they are not UTF-8, of Latin-1, as old devices send names. */
    static String text(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        boolean utf8 = text.indexOf(REPLACEMENT) < 0
                || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, to));
        return utf8 ? text : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
