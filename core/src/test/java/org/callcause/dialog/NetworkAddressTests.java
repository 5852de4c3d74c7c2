package org.callcause.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTests {

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "fe80::1%eth0, fe80::1",
        "2001:0db8::0001, 2001:db8::1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "0:0:0:0:0:ffff:c000:0201, 192.0.2.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void anAddressHasOneForm(String written, String form) {
        assertThat(NetworkAddress.canonical(written)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "pbx.example.com",
                "pbx:1",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                ":1",
                "1:",
                "::192.0.2",
                "::192.0.2.256",
                "1:2:3:4:5:6:7:192.0.2.1",
                ":",
                "1.2.3.4:1.2.3.4:1.2.3.4:1.2.3.4",
                "1.2.3.4::1",
                ""
            })
    void whatIsNoAddressStaysAsItStands(String text) {
        assertThat(NetworkAddress.canonical(text)).isEqualTo(text);
    }
}
