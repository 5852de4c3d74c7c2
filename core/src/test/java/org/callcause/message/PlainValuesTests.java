package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PlainValuesTests {

    private static final List<String> PIECES = List.of(
            "sip:",
            "sips:",
            "SIP:",
            "tel:",
            "alice",
            "+4930",
            "@",
            "@@",
            "example.com",
            "192.0.2.1",
            "[2001:db8::1]",
            ":",
            ":5060",
            ":0",
            ":99999",
            ";",
            ";lr",
            ";tag=88",
            ";=x",
            ";branch=z9hG4bK1",
            "=",
            "?",
            "?a=b",
            ",",
            "<",
            ">",
            "\"",
            "\"Alice\" ",
            "\\",
            " ",
            "\t",
            "%41",
            "SIP/2.0/UDP ",
            "SIP/2.0/",
            "TLS",
            "/",
            "1",
            "70",
            "255",
            "4294967296",
            "INVITE",
            "-1",
            "");

    @Test
    void ordinaryValuesArePlain() {
        assertThat(isPlain(PlainValues::isAddress, "<sip:alice@192.0.2.1:5060;transport=udp>;tag=88"))
                .isTrue();
        assertThat(isPlain(PlainValues::isAddress, "\"Alice B\" <sips:+4930@example.com>"))
                .isTrue();
        assertThat(isPlain(PlainValues::isVia, "SIP/2.0/UDP pbx.example.com:5060;branch=z9hG4bK7;rport"))
                .isTrue();
        assertThat(isPlain(PlainValues::isCSeq, "314159 INVITE")).isTrue();
        assertThat(isPlain(PlainValues::isShortNumber, "70")).isTrue();
        assertThat(isPlain(PlainValues::isNumber, "3600")).isTrue();
        assertThat(isPlain(PlainValues::isNumberWithParameters, "1800;refresher=uac"))
                .isTrue();
        assertThat(isPlain(PlainValues::isCallId, "a84b4c76e66710@pc33.example.com"))
                .isTrue();
    }

    @Test
    void whatIsPlainFollowsTheGrammar() {
        Random random = new Random(1);
        int plain = 0;
        for (int i = 0; i < 400_000; i++) {
            String value = value(random);
            plain += hold(value, PlainValues::isAddress, Grammar::isAddress);
            plain += hold(value, PlainValues::isVia, Grammar::isVia);
            plain += hold(value, PlainValues::isCallId, Grammar::isCallId);
            plain += hold(value, PlainValues::isCSeq, Grammar::isCSeq);
            plain += hold(value, PlainValues::isShortNumber, number -> Grammar.isNumberUpTo(255, number));
            plain += hold(value, PlainValues::isNumber, number -> Grammar.isNumberUpTo(0xFFFF_FFFFL, number));
            plain += hold(
                    value,
                    PlainValues::isNumberWithParameters,
                    interval -> SessionExpires.parse(interval).isPresent());
            plain += hold(
                    value, PlainValues::isNumber, wait -> RetryAfter.parse(wait).isPresent());
            plain += hold(value, PlainValues::isUri, PlainValuesTests::isGoodTarget);
        }
        assertThat(plain).as("values that were plain").isGreaterThan(10_000);
    }

    private static int hold(String value, PlainValues.Look look, Predicate<String> grammar) {
        if (!isPlain(look, value)) {
            return 0;
        }
        assertThat(grammar.test(value)).as(value).isTrue();
        return 1;
    }

    private static boolean isGoodTarget(String text) {
        SipUri uri = SipUri.parse(text);
        return uri.isWellFormed() && uri.headers().isEmpty();
    }

    private static boolean isPlain(PlainValues.Look look, String value) {
        byte[] bytes = ("x" + value + "y").getBytes(StandardCharsets.UTF_8);
        return look.isPlain(bytes, 1, bytes.length - 1);
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        int pieces = 1 + random.nextInt(7);
        for (int i = 0; i < pieces; i++) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return value.toString().trim();
    }
}
