package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.parse;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTests {

    @Test
    void nothingHasNoFingerprint() {
        assertThat(Fingerprint.of("")).isEqualTo(Fingerprint.NONE);
        assertThat(parse("BYE sip:x@example.com SIP/2.0").callIdKey().fingerprint())
                .isEqualTo(Fingerprint.NONE);
    }

    @Test
    void sameTextHasTheSameFingerprintWhereverItStands() {
        String text = "z9hG4bK-1-0123456789-abcdef";
        for (int length = 1; length <= text.length(); length++) {
            String piece = text.substring(0, length);
            byte[] amid = ("xyz" + piece + "xyz").getBytes(StandardCharsets.US_ASCII);

            assertThat(Fingerprint.of(amid, 3, 3 + length)).isEqualTo(Fingerprint.of(piece));
        }
    }

    @Test
    void textsThatDifferInOneBitOrInLengthHaveDifferentFingerprints() {
        Set<Long> seen = new HashSet<>();
        int texts = 0;
        for (int length = 1; length <= 40; length++) {
            byte[] bytes = new byte[length];
            assertThat(seen.add(Fingerprint.of(bytes, 0, length))).isTrue();
            texts++;
            for (int bit = 0; bit < 8 * length; bit++) {
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(seen.add(Fingerprint.of(bytes, 0, length)))
                        .as("%d bytes, bit %d", length, bit)
                        .isTrue();
                bytes[bit / 8] = 0;
                texts++;
            }
        }
        assertThat(seen).hasSize(texts);
    }

    @Test
    void numbersInARowHaveDifferentFingerprints() {
        Set<Long> seen = new HashSet<>();
        for (int number = 0; number < 200_000; number++) {
            seen.add(Fingerprint.of("call-" + number + "@192.0.2.1"));
        }
        assertThat(seen).hasSize(200_000);
    }
}
