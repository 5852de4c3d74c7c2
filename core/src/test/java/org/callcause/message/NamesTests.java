package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {
    @ParameterizedTest
    @CsvSource({
        "a,Accept-Contact",
        "b,Referred-By",
        "c,Content-Type",
        "d,Request-Disposition",
        "e,Content-Encoding",
        "f,From",
        "i,Call-ID",
        "j,Reject-Contact",
        "k,Supported",
        "l,Content-Length",
        "m,Contact",
        "o,Event",
        "r,Refer-To",
        "s,Subject",
        "t,To",
        "u,Allow-Events",
        "v,Via",
        "x,Session-Expires",
        "y,Identity"
    })
    void compactFormIsTheSameName(String compact, String name) {
        assertThat(HeaderName.of(compact)).isSameAs(HeaderName.of(name));
        assertThat(HeaderName.of(compact.toUpperCase(Locale.ROOT)).canonical()).isEqualTo(name);
    }

    @Test
    void everyRegisteredNameIsFoundInAnyCase() {
        for (int id = 1; id <= HeaderName.registeredCount(); id++) {
            HeaderName name = HeaderName.registered(id);

            assertThat(HeaderName.of(name.canonical())).isSameAs(name);
            assertThat(HeaderName.of(name.canonical().toUpperCase(Locale.ROOT))).isSameAs(name);
            assertThat(HeaderName.of(name.canonical().toLowerCase(Locale.ROOT))).isSameAs(name);
            assertThat(HeaderName.of(name.canonical() + "x")).isNotEqualTo(name);
        }
        assertThat(HeaderName.registeredCount()).isLessThan(MessageIndex.NO_COLON);
    }

    @Test
    void nameIsFoundBeforeItsColonUnlessItIsAmongTheLongest() {
        for (int id = 1; id <= HeaderName.registeredCount(); id++) {
            String name = HeaderName.registered(id).canonical();
            int expected = name.length() < 16 ? id : 0;

            assertThat(beforeColon(name + ": what follows")).as(name).isEqualTo(expected);
            assertThat(beforeColon(name.toUpperCase(Locale.ROOT) + ":::::::::::::::::"))
                    .as(name)
                    .isEqualTo(expected);
            assertThat(beforeColon(name + " : what follows")).as(name).isZero();
            assertThat(beforeColon(name + "x: what follows")).as(name).isZero();
            assertThat(beforeColon(name.substring(1) + ": what follows it"))
                    .as(name)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Max\rForwards: 70 hops",
                "Max\u00adForwards: 70 hops",
                ": nothing stands before it",
                "                :",
                "no colon at all in it",
                "To: too short"
            })
    void whatOnlyLooksLikeANameIsNotFoundBeforeAColon(String line) {
        assertThat(beforeColon(line)).isZero();
    }

    private static int beforeColon(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return KnownHeaders.beforeColon(bytes, 0, bytes.length);
    }

    @Test
    void extensionNamesAreEqualInAnyCase() {
        assertThat(HeaderName.of("X-Ms-Trunk"))
                .isEqualTo(HeaderName.of("x-mS-tRUNK"))
                .hasSameHashCodeAs(HeaderName.of("X-MS-TRUNK"));
        assertThat(HeaderName.of("X-Ms-Trunk")).hasToString("X-Ms-Trunk").isNotEqualTo(HeaderName.of("X-Ms"));
        assertThat(HeaderName.of("n").canonical()).isEqualTo("n");
        assertThat(HeaderName.of("").canonical()).isEmpty();
    }

    @Test
    void onlyHeadersWithAListGrammarAreLists() {
        assertThat(HeaderName.VIA.isList()).isTrue();
        assertThat(HeaderName.CONTACT.isList()).isTrue();
        assertThat(HeaderName.REASON.isList()).isTrue();
        assertThat(HeaderName.WARNING.isList()).isTrue();
        assertThat(HeaderName.WWW_AUTHENTICATE.isList()).isFalse();
        assertThat(HeaderName.AUTHORIZATION.isList()).isFalse();
        assertThat(HeaderName.SUBJECT.isList()).isFalse();
        assertThat(HeaderName.DATE.isList()).isFalse();
        assertThat(HeaderName.RETRY_AFTER.isList()).isFalse();
        assertThat(HeaderName.of("X-Any").isList()).isFalse();
    }

    @Test
    void methodsAreEqualByTheirLetters() {
        assertThat(Method.of("INVITE")).isSameAs(Method.INVITE);
        assertThat(Method.of("invite")).isNotEqualTo(Method.INVITE);
        assertThat(Method.of("DO"))
                .isEqualTo(Method.of("DO"))
                .hasSameHashCodeAs(Method.of("DO"))
                .hasToString("DO");
        assertThat(new CSeq(7, Method.BYE)).hasToString("7 BYE");
    }

    @Test
    void statusCodesKnowTheirClassAndPhrase() {
        assertThat(new StatusCode(183).isProvisional()).isTrue();
        assertThat(new StatusCode(183).isFinal()).isFalse();
        assertThat(new StatusCode(204).isSuccess()).isTrue();
        assertThat(new StatusCode(302).isRedirection()).isTrue();
        assertThat(new StatusCode(487).isClientError()).isTrue();
        assertThat(new StatusCode(503).isServerError()).isTrue();
        assertThat(new StatusCode(603).isGlobalFailure()).isTrue();
        assertThat(new StatusCode(302).isFailure()).isTrue();
        assertThat(new StatusCode(200).isFailure()).isFalse();
        assertThat(new StatusCode(437).standardPhrase()).contains("Unsupported Credential");
        assertThat(new StatusCode(299).standardPhrase()).isEmpty();
        assertThat(new StatusCode(404)).hasToString("404");
        assertThat(StatusCode.UNREADABLE.statusClass()).isZero();
        assertThat(StatusCode.UNREADABLE.isFinal()).isFalse();
    }

    @Test
    void statusCodeRefusesWhatIsNone() {
        assertThatThrownBy(() -> new StatusCode(99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatusCode(700)).isInstanceOf(IllegalArgumentException.class);
    }
}
