package org.callcause.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.dialog.Endpoint;
import org.callcause.incident.IncidentScope.Extent;
import org.junit.jupiter.api.Test;

class CallPartiesTests {

    private static CallParties between(String caller, String callee, String host) {
        return new CallParties(caller, callee, new Endpoint(host, 5060), new Endpoint("198.51.100.7", 5060));
    }

    @Test
    void thePartyOfEachExtentHasTheHashCodeThatIsKeptOfIt() {
        CallParties parties = between("1001@example.com", "+498912345678", "192.0.2.17");
        for (Extent extent : Extent.values()) {
            assertThat(parties.hash(extent))
                    .as(extent.toString())
                    .isEqualTo(PartyKeys.of(extent, parties).hashCode());
        }
    }

    @Test
    void aRangeIsANumberWithoutItsLastFourDigitsAndASiteANetwork() {
        CallParties parties = between("1001@example.com", "+498912345678", "192.0.2.17");
        assertThat(PartyKeys.of(Extent.NUMBER_RANGE, parties)).hasToString("+49891234");
        assertThat(PartyKeys.name(Extent.SITE, PartyKeys.of(Extent.SITE, parties)))
                .isEqualTo("192.0.2.0/24");
    }

    @Test
    void aUserHasNoRangeAndAHostNameNoSite() {
        CallParties parties = between("1001@example.com", "alice@example.com", "phone.example.com");
        assertThat(PartyKeys.of(Extent.NUMBER_RANGE, parties)).isEqualTo(PartyKeys.NONE);
        assertThat(PartyKeys.of(Extent.SITE, parties)).isEqualTo(PartyKeys.NONE);
    }

    @Test
    void anInternationalNumberHasACountryWhateverItsPrefix() {
        assertThat(between("a", "+498912345678", "h").country()).isEqualTo(49);
        assertThat(between("a", "00498912345678", "h").country()).isEqualTo(49);
        assertThat(between("a", "011498912345678", "h").country()).isEqualTo(49);
    }

    @Test
    void aNationalNumberAndAUserHaveNone() {
        assertThat(between("a", "08912345678", "h").country()).isEqualTo(CallParties.NO_COUNTRY);
        assertThat(between("a", "alice@example.com", "h").country()).isEqualTo(CallParties.NO_COUNTRY);
        assertThat(between("a", "", "h").country()).isEqualTo(CallParties.NO_COUNTRY);
    }
}
