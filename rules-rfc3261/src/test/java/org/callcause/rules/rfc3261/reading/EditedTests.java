package org.callcause.rules.rfc3261.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done to a message before it was shown is laid to nobody. */
class EditedTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static List<String> rules(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0).diagnoses().stream()
                .map(Diagnosis::rule)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<PHONE_IP_ADDRESS>",
                "xxx.xxx.xxx.xxx",
                "203.0.113.xxx",
                "***.***.***.***",
                "{{phone_address}}",
                "[PHONE-ADDRESS]",
                "PUBLIC_IP_ADDRESS"
            })
    void anOfferWithLongerNamesInPlaceOfAddressesIsRefusedForItsCodecs(String name) {
        assertThat(rules("""
            0.000 caller -> callee INVITE | sdp: G729; at %s | Content-Length: 100
            0.010 callee -> caller 488
            0.020 caller -> callee ACK
            """.formatted(name))).containsExactly("rfc3261/offer-not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.10", "pc33.example.com", "sbc-x.example.com"})
    void anOfferWithRealAddressesIsRefusedForItsLength(String address) {
        assertThat(rules("""
            0.000 caller -> callee INVITE | sdp: G729; at %s | Content-Length: 60
            0.010 callee -> caller 488
            0.020 caller -> callee ACK
            """.formatted(address))).first().isEqualTo("rfc3261/body-cut-by-length");
    }

    @Test
    void anOfferThatLosesNoMediaIsRefusedForItsCodecs() {
        assertThat(rules("""
            0.000 caller -> callee INVITE | sdp: G729; a=ptime:20; at 203.0.113.177 | Content-Length: 130
            0.010 callee -> caller 488
            0.020 caller -> callee ACK
            """)).containsExactly("rfc3261/offer-not-acceptable");
    }

    @Test
    void aShorterNameInPlaceOfAnAddressMakesNoMessageMalformed() {
        assertThat(rules("""
            0.000 caller -> callee INVITE | sdp: PCMU; at x.x.x.x | Content-Length: 900
            0.010 callee -> caller 400 Bad Request
            0.020 caller -> callee ACK
            """)).doesNotContain("rfc3261/content-length");
    }
}
