package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTests {
    @Test
    void uriIsTakenApart() {
        SipUri uri = SipUri.parse(
                "SIPS:+15550100;ext=7:secret@Proxy.example.com:5061;transport=tcp;lr?Replaces=a%40b&Subject=x");

        assertThat(uri.scheme()).isEqualTo("sips");
        assertThat(uri.user()).contains("+15550100;ext=7");
        assertThat(uri.host()).isEqualTo("Proxy.example.com");
        assertThat(uri.port()).hasValue(5061);
        assertThat(uri.parameters().value("TRANSPORT")).contains("tcp");
        assertThat(uri.parameters().value("lr")).contains("");
        assertThat(uri.headers()).isEqualTo("Replaces=a%40b&Subject=x");
        assertThat(uri.isWellFormed()).isTrue();
    }

    @Test
    void uriWithoutUserHasNone() {
        SipUri uri = SipUri.parse("sip:example.com");

        assertThat(uri.user()).isEmpty();
        assertThat(uri.port()).isEmpty();
        assertThat(uri.parameters()).isEqualTo(Parameters.NONE);
        assertThat(uri.headers()).isEmpty();
        assertThat(uri).hasToString("sip:example.com");
    }

    @Test
    void ipv6AddressKeepsItsBrackets() {
        SipUri uri = SipUri.parse("sip:bob@[2001:db8::9:1]:5070");

        assertThat(uri.host()).isEqualTo("[2001:db8::9:1]");
        assertThat(uri.port()).hasValue(5070);
    }

    @Test
    void ipv6AddressWithoutBracketsIsAllHost() {
        SipUri uri = SipUri.parse("sip:2001:db8::10");

        assertThat(uri.host()).isEqualTo("2001:db8::10");
        assertThat(uri.port()).isEmpty();
        assertThat(uri.isWellFormed()).isFalse();
    }

    @Test
    void forgottenEscapeOfAnAtSignBelongsToTheUser() {
        assertThat(SipUri.parse("sip:bob@corp.example@proxy.example.com;x=y").user())
                .contains("bob@corp.example");
        assertThat(SipUri.parse("sip:bob@proxy.example.com;x=a@b").host()).isEqualTo("proxy.example.com");
    }

    @Test
    void telephoneNumberIsTheUser() {
        SipUri uri = SipUri.parse("tel:7042;phone-context=example.com");

        assertThat(uri.scheme()).isEqualTo("tel");
        assertThat(uri.user()).contains("7042");
        assertThat(uri.host()).isEmpty();
        assertThat(uri.parameters().value("phone-context")).contains("example.com");
    }

    @Test
    void otherSchemesStayWhole() {
        SipUri uri = SipUri.parse("urn:service:sos");

        assertThat(uri.scheme()).isEqualTo("urn");
        assertThat(uri.user()).isEmpty();
        assertThat(uri.raw()).isEqualTo("urn:service:sos");
    }

    @Test
    void displayNameMayHoldAnything() {
        NameAddress address = NameAddress.parse("\"Doe, \\\"J\\\" <x>;tag=no\" <sip:doe@example.com;a=b>;tag=yes;c");

        assertThat(address.displayName()).isEqualTo("Doe, \"J\" <x>;tag=no");
        assertThat(address.tag()).contains("yes");
        assertThat(address.uri().parameters().value("a")).contains("b");
        assertThat(address.parameters().has("C")).isTrue();
        assertThat(address.parameters().has("a")).isFalse();
    }

    @Test
    void withoutBracketsTheParametersBelongToTheHeader() {
        NameAddress address = NameAddress.parse("sip:doe@example.com;tag=8");

        assertThat(address.uri().raw()).isEqualTo("sip:doe@example.com");
        assertThat(address.tag()).contains("8");
    }

    @Test
    void emptyTagIsNoTag() {
        assertThat(NameAddress.parse("<sip:doe@example.com>;tag=").tag()).isEmpty();
        assertThat(NameAddress.parse("<sip:doe@example.com>;tag").tag()).isEmpty();
    }

    @Test
    void starIsAContact() {
        NameAddress star = NameAddress.parse(" * ");

        assertThat(star.uri().raw()).isEqualTo("*");
        assertThat(Grammar.isAddress("*")).isTrue();
    }

    @Test
    void openBracketDoesNotHideTheTag() {
        NameAddress address = NameAddress.parse("J <sip:doe@example.com;tag=8");

        assertThat(address.displayName()).isEqualTo("J");
        assertThat(address.uri().host()).isEqualTo("example.com");
        assertThat(address.tag()).contains("8");
    }

    @Test
    void viaIsTakenApart() {
        Via via = Via.parse("SIP / 2.0 / TLS [2001:db8::1] : 5061 ; branch = z9hG4bK7 ;rport;received=2001:db8::9");

        assertThat(via.transport()).isEqualTo("TLS");
        assertThat(via.host()).isEqualTo("[2001:db8::1]");
        assertThat(via.port()).hasValue(5061);
        assertThat(via.sentBy()).isEqualTo("[2001:db8::1]:5061");
        assertThat(via.branch()).contains("z9hG4bK7");
        assertThat(via.rport()).contains("");
        assertThat(via.received()).contains("2001:db8::9");
    }

    @Test
    void viaWithoutItsPartsIsStillRead() {
        assertThat(Via.parse("").host()).isEmpty();
        assertThat(Via.parse("SIP/2.0").transport()).isEmpty();
        assertThat(Via.parse("SIP/2.0/UDP").transport()).isEqualTo("UDP");
        assertThat(Via.parse("SIP/2.0/UDP host:99999").port()).isEmpty();
        assertThat(Via.parse("SIP/2.0/UDP host").branch()).isEmpty();
    }

    @Test
    void aPortThatNoHostHasIsToldFromNone() {
        assertThat(Via.parse("SIP/2.0/UDP 192.0.2.1:65536;branch=z9hG4bK7").hasImpossiblePort())
                .isTrue();
        assertThat(Via.parse("SIP/2.0/UDP UDP:0").hasImpossiblePort()).isTrue();
        assertThat(Via.parse("SIP/2.0/TCP [2001:db8::1]:99999999999999999999").hasImpossiblePort())
                .isTrue();
        assertThat(SipUri.parse("<sip:a:99999@192.0.2.1:70000;lr>").hasImpossiblePort())
                .isTrue();
        assertThat(SipUri.parse("sip:192.0.2.1:70000?Subject=x").hasImpossiblePort())
                .isTrue();

        assertThat(Via.parse("SIP/2.0/UDP 192.0.2.1;rport=99999").hasImpossiblePort())
                .isFalse();
        assertThat(Via.parse("SIP/2.0/UDP 192.0.2.1:65535").hasImpossiblePort()).isFalse();
        assertThat(Via.parse("SIP/2.0/UDP 2001:db8::99999").hasImpossiblePort()).isFalse();
        assertThat(Via.parse("").hasImpossiblePort()).isFalse();
        assertThat(SipUri.parse("sip:99999@192.0.2.1").hasImpossiblePort()).isFalse();
        assertThat(SipUri.parse("sip:a:99999@192.0.2.1").hasImpossiblePort()).isFalse();
        assertThat(SipUri.parse("tel:+4930123456").hasImpossiblePort()).isFalse();
    }

    @Test
    void parametersKeepOrderAndRepetition() {
        Parameters parameters = Parameters.parse(";a=1;B=\"x;\\\"y\";;a=2;c");

        assertThat(parameters.all())
                .containsExactly(
                        new Parameter("a", "1"),
                        new Parameter("B", "x;\"y"),
                        new Parameter("a", "2"),
                        new Parameter("c", ""));
        assertThat(parameters.value("b")).contains("x;\"y");
        assertThat(parameters.value("A")).contains("1");
        assertThat(parameters.value("d")).isEmpty();
        assertThat(Parameters.parse("a=1;c"))
                .isEqualTo(Parameters.parse(" ;a = 1; c"))
                .hasToString(";a=1;c");
    }
}
