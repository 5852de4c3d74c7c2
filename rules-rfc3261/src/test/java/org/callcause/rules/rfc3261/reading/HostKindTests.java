package org.callcause.rules.rfc3261.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address is what its bits say, however it is written. */
class HostKindTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, PUBLIC",
        "10.1.2.3, PRIVATE",
        "172.31.0.1, PRIVATE",
        "172.32.0.1, PUBLIC",
        "192.168.1.1, PRIVATE",
        "100.64.0.1, PRIVATE",
        "169.254.0.1, PRIVATE",
        "127.0.0.1, LOOPBACK",
        "0.0.0.0, NULL",
        "224.0.1.75, MULTICAST",
        "256.0.0.1, NAME",
        "10.0.0, NAME",
        "10.0.0.1.5, NAME",
        "example.com, NAME",
        "'', NAME",
        "::, NULL",
        "0:0:0:0:0:0:0:0, NULL",
        "[::], NULL",
        "::1, LOOPBACK",
        "0:0:0:0:0:0:0:1, LOOPBACK",
        "0000:0000:0000:0000:0000:0000:0000:0001, LOOPBACK",
        "2001:db8::1, PUBLIC",
        "[2001:DB8::1], PUBLIC",
        "fc00::1, PRIVATE",
        "fdff::1, PRIVATE",
        "fe80::1, PRIVATE",
        "fe80::1%eth0, PRIVATE",
        "febf::1, PRIVATE",
        "fec0::1, PUBLIC",
        "ff02::1, MULTICAST",
        "ff::1, PUBLIC",
        "fc:1::2, PUBLIC",
        "fd:1::2, PUBLIC",
        "::ffff:10.0.0.1, PRIVATE",
        "::ffff:0a00:0001, PRIVATE",
        "::ffff:127.0.0.1, LOOPBACK",
        "::ffff:192.0.2.1, PUBLIC",
        "1:2:3:4:5:6:7:8:9, NAME",
        "1:2:3:4:5:6::8, PUBLIC",
        "1:2:3:4:5:6:7::8, NAME",
        "1::2::3, NAME",
        "fc00:::1, NAME",
        "fc00::12345, NAME",
        "fc00::10.0.0, NAME",
        "callee:5060, NAME"
    })
    void theKindIsReadFromTheBits(String host, HostKind kind) {
        assertThat(HostKind.of(host)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "[2001:db8::1], 2001:db8::1, true",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1, true",
        "::ffff:10.0.0.1, 10.0.0.1, true",
        "PBX.example.com, pbx.example.com, true",
        "2001:db8::1, 2001:db8::2, false",
        "10.0.0.1, 10.0.0.10, false",
        "10.0.0.1, pbx.example.com, false"
    })
    void twoHostsAreTheSameByAddressOrByName(String one, String other, boolean same) {
        assertThat(HostKind.isSame(one, other)).isEqualTo(same);
    }
}
