package org.callcause.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Builds byte sequences in network byte order, the way a protocol's picture shows them. */
final class Octets {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Octets of() {
        return new Octets();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] hexadecimal(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    Octets octet(int value) {
        bytes.write(value);
        return this;
    }

    Octets word(int value) {
        return octet(value >> 8).octet(value);
    }

    Octets doubleWord(long value) {
        return word((int) (value >> 16)).word((int) value);
    }

    Octets hex(String digits) {
        return raw(hexadecimal(digits));
    }

    Octets raw(byte[]... parts) {
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return this;
    }

    Octets zeros(int count) {
        return raw(new byte[count]);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
