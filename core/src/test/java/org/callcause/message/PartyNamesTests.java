package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyNamesTests {

    private static PartyNames of(String from, String to) {
        return Messages.parse("INVITE sip:bob@example.com SIP/2.0", "From: " + from, "To: " + to)
                .partyNames();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<sip:+493012345@example.com>;tag=a, +493012345",
                "<sip:100001@example.com;user=phone>, 100001",
                "<sip:10001@example.com>, 10001@example.com",
                "\"Alice <1>\" <sip:alice@example.com:5060>, alice@example.com",
                "sip:alice@example.com, alice@example.com",
                "<sip:alice:secret@example.com>, alice@example.com",
                "<sip:pbx.example.com>, pbx.example.com",
                "<sip:zo\u00eb@example.com>, zo\u00eb@example.com",
            })
    void anAddressIsANumberElseAUserAtItsHostElseAHost(String address, String name) {
        assertThat(of(address, "<sip:bob@example.com>").caller()).isEqualTo(name);
        assertThat(of("<sip:bob@example.com>", address).callee()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"<sip:+493012345@example.com>", "<sip:zo\u00eb@example.com>", "<sip:alice:secret@example.com>"})
    void theHashCodesAreThoseOfTheNames(String address) {
        PartyNames names = of(address, "<sip:bob@example.com>");
        assertThat(names.callerHash()).isEqualTo(names.caller().hashCode());
        assertThat(names.calleeHash()).isEqualTo(names.callee().hashCode());
    }

    @Test
    void namesThatWereReadEqualThoseThatAreGiven() {
        assertThat(of("<sip:+493012345@example.com>", "<sip:bob@example.com>"))
                .isEqualTo(PartyNames.of("+493012345", "bob@example.com"))
                .hasSameHashCodeAs(PartyNames.of("+493012345", "bob@example.com"))
                .isNotEqualTo(PartyNames.of("+49301", "2345bob@example.com"));
    }

    @Test
    void aMessageWithoutAPartyNamesNone() {
        PartyNames names = Messages.parse("INVITE sip:bob@example.com SIP/2.0", "To: <sip:bob@example.com>")
                .partyNames();
        assertThat(names.caller()).isEmpty();
        assertThat(names.callee()).isEqualTo("bob@example.com");
    }
}
