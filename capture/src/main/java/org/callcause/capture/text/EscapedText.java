package org.callcause.capture.text;

/**
 * A message written into one line with its line ends escaped, as in JSON and in program strings ({@code \r\n}).
 *
 * @param text the message with real line ends
 * @param end where the rest of the line begins
 */
record EscapedText(String text, int end) {

    /**
     * A line that may hold many such messages. What stands somewhere behind each of them is looked for once.
     *
     * @param lastEnd where the last escaped line end stands, or -1
     * @param lastQuote where the last escaped quote stands, or -1
     */
    record Line(String text, int lastEnd, int lastQuote) {

        Line(String text) {
            this(text, Math.max(text.lastIndexOf("\\n"), text.lastIndexOf("\\r")), text.lastIndexOf("\\\""));
        }

        /** Whether a start line at this place is followed by escaped line ends. */
        boolean isEscapedAt(int start) {
            return lastEnd >= start;
        }

        /**
         * Reads the message here, to the quote that closes it, or to the end of the line when it stands in no quotes; without
         * the bracket that closes one before the message.
         */
        EscapedText read(int start) {
            return EscapedText.read(text, start, lastQuote >= start);
        }
    }

    private static EscapedText read(String line, int start, boolean json) {
        char before = start > 0 ? line.charAt(start - 1) : ' ';
        char quote = before == '"' || before == '\'' ? before : json ? '"' : 0;
        StringBuilder text = new StringBuilder();
        int at = start;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == quote && quote != 0) {
                at++;
                break;
            }
            if (c == '\\' && at + 1 < line.length()) {
                at = unescape(line, at + 1, text);
            } else {
                text.append(c);
                at++;
            }
        }
        boolean bracketed = quote == 0 && line.endsWith("]") && line.lastIndexOf('[', start) >= 0;
        if (bracketed && text.length() > 0 && at == line.length()) {
            text.setLength(text.length() - 1);
        }
        return new EscapedText(text.toString(), at);
    }

    private static int unescape(String line, int at, StringBuilder text) {
        char c = line.charAt(at);
        switch (c) {
            case 'r' -> text.append('\r');
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case '"', '\'', '\\', '/' -> text.append(c);
            case 'u' -> {
                int code = hexadecimal(line, at + 1, 4);
                int low = code >= 0xD800 && code < 0xDC00 && line.startsWith("\\u", at + 5)
                        ? hexadecimal(line, at + 7, 4)
                        : -1;
                if (low >= 0xDC00 && low < 0xE000) {
                    appendUtf8(Character.toCodePoint((char) code, (char) low), text);
                    return at + 11;
                }
                if (code >= 0) {
                    appendUtf8(code, text);
                    return at + 5;
                }
                text.append("\\u");
            }
            case 'x' -> {
                int code = hexadecimal(line, at + 1, 2);
                if (code >= 0) {
                    text.append((char) code);
                    return at + 3;
                }
                text.append("\\x");
            }
            default -> text.append('\\').append(c);
        }
        return at + 1;
    }

    private static int hexadecimal(String line, int at, int digits) {
        if (at + digits > line.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(line.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** Lines hold one byte in each char, so a character becomes its UTF-8 bytes; a half of a pair alone becomes "?". */
    private static void appendUtf8(int code, StringBuilder text) {
        if (code < 0x80) {
            text.append((char) code);
        } else if (code < 0x800) {
            text.append((char) (0xC0 | (code >> 6))).append((char) (0x80 | (code & 0x3F)));
        } else if (code >= 0xD800 && code < 0xE000) {
            text.append('?');
        } else if (code >= 0x10000) {
            text.append((char) (0xF0 | (code >> 18)))
                    .append((char) (0x80 | ((code >> 12) & 0x3F)))
                    .append((char) (0x80 | ((code >> 6) & 0x3F)))
                    .append((char) (0x80 | (code & 0x3F)));
        } else {
            text.append((char) (0xE0 | (code >> 12)))
                    .append((char) (0x80 | ((code >> 6) & 0x3F)))
                    .append((char) (0x80 | (code & 0x3F)));
        }
    }
}
