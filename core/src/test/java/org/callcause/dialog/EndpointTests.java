package org.callcause.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same address is written in one way, whoever tells it. */
class EndpointTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "fe80::1, fe80::1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::, ::"
    })
    void anAddressIsWrittenAsCapturesWriteIt(String literal, String host) throws UnknownHostException {
        assertThat(Endpoint.of(new InetSocketAddress(InetAddress.getByName(literal), 5060)))
                .isEqualTo(new Endpoint(host, 5060));
    }

    @Test
    void aNameThatWasNotResolvedStaysOne() {
        assertThat(Endpoint.of(InetSocketAddress.createUnresolved("PBX.example.com", 5061)))
                .isEqualTo(new Endpoint("pbx.example.com", 5061));
    }
}
