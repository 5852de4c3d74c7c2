package org.callcause.capture.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.path.LogLines.at;
import static org.callcause.capture.path.LogLines.sip;

import org.callcause.dialog.Endpoint;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;
import org.callcause.message.Via;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which endpoints the values of headers name. */
class AddressesTests {

    @ParameterizedTest
    @CsvSource({
        "SIP/2.0/UDP 192.0.2.10, 192.0.2.10:5060",
        "SIP/2.0/TLS 192.0.2.10, 192.0.2.10:5061",
        "SIP/2.0/TLS 192.0.2.10:5060, 192.0.2.10:5060",
        "SIP/2.0/UDP Phone.Example.COM:5070;branch=a, phone.example.com:5070",
        "SIP/2.0/UDP [2001:DB8::1], [2001:db8::1]:5060",
        "SIP/2.0/UDP 192.0.2.10:0, unknown",
        "SIP/2.0/UDP 192.0.2.10:65536, unknown",
        "SIP/2.0/UDP [2001:db8::1]:99999, unknown",
        "SIP/2.0/UDP, unknown"
    })
    void sentByIsWhereTheElementListens(String via, String endpoint) {
        assertThat(Addresses.sentBy(Via.parse(via))).hasToString(endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "SIP/2.0/UDP 10.0.0.5;received=203.0.113.7;rport=40001, 203.0.113.7:40001",
        "SIP/2.0/UDP 10.0.0.5:5070;received=203.0.113.7, 203.0.113.7:5070",
        "SIP/2.0/UDP 10.0.0.5;rport=40001, 10.0.0.5:40001",
        "SIP/2.0/TLS 10.0.0.5;received=203.0.113.7, 203.0.113.7:5061",
        // What is no port says nothing of the port.
        "SIP/2.0/UDP 10.0.0.5;received=203.0.113.7;rport=99999, 203.0.113.7:5060",
        "SIP/2.0/UDP 10.0.0.5;received=203.0.113.7;rport=x, 203.0.113.7:5060",
        "SIP/2.0/UDP 10.0.0.5:99999;received=203.0.113.7;rport=40001, 203.0.113.7:40001",
        "SIP/2.0/UDP 10.0.0.5:99999;received=203.0.113.7, unknown"
    })
    void theSourceIsWhatTheReceiverNoted(String via, String endpoint) {
        assertThat(Addresses.source(Via.parse(via)).orElseThrow()).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIP/2.0/UDP 10.0.0.5", "SIP/2.0/UDP 10.0.0.5;rport", "SIP/2.0/UDP 10.0.0.5;rport="})
    void whereTheReceiverNotedNothingThereIsNoSource(String via) {
        assertThat(Addresses.source(Via.parse(via))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sip:bob@192.0.2.20, 192.0.2.20:5060",
        "sip:bob@192.0.2.20:5070, 192.0.2.20:5070",
        "sips:bob@192.0.2.20, 192.0.2.20:5061",
        "sip:bob@192.0.2.20;transport=TLS, 192.0.2.20:5061",
        "sip:[2001:DB8::2], [2001:db8::2]:5060",
        "sip:bob@192.0.2.20:65536, unknown",
        "sip:bob@192.0.2.20:99999999999999999999, unknown",
        "tel:+4930123456, unknown"
    })
    void aUriNamesItsHostAndPort(String uri, String endpoint) {
        assertThat(Addresses.of(SipUri.parse(uri))).hasToString(endpoint);
    }

    private static Endpoint nextHop(String... headers) {
        return Addresses.nextHop((SipRequest) sip("INVITE sip:bob@192.0.2.20", headers), at("192.0.2.10", 5060));
    }

    @Test
    void theNextHopIsTheFirstRouteThatIsNotTheSender() {
        assertThat(nextHop()).hasToString("192.0.2.20:5060");
        assertThat(nextHop("Route: <sip:192.0.2.1;lr>, <sip:192.0.2.2;lr>")).hasToString("192.0.2.1:5060");
        assertThat(nextHop("Route: <sip:192.0.2.10;lr>", "Route: <sip:192.0.2.2;lr>"))
                .hasToString("192.0.2.2:5060");
        assertThat(nextHop("Route: <sip:192.0.2.10;lr>")).hasToString("192.0.2.20:5060");
    }

    @Test
    void aRouteToAPortThatNoHostHasLeadsNowhere() {
        assertThat(nextHop("Route: <sip:192.0.2.1:70000;lr>")).isEqualTo(Endpoint.UNKNOWN);
    }

    @Test
    void namesAndNumbersAreToldApart() {
        assertThat(Addresses.isNumeric(at("192.0.2.1", 5060))).isTrue();
        assertThat(Addresses.isNumeric(at("2001:db8::1", 5060))).isTrue();
        assertThat(Addresses.isNumeric(at("example.com", 5060))).isFalse();
        assertThat(Addresses.isNumeric(Endpoint.UNKNOWN)).isFalse();
    }
}
