package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Asks a message everything it can be asked, and checks what must hold for any message. */
final class ReadEverything {
    private ReadEverything() {}

    static void of(SipMessage message) {
        read(message);
        SipMessage copy = message.detach();
        read(copy);
        assertThat(copy.text()).isEqualTo(message.text());
        assertThat(copy.defects()).isEqualTo(message.defects());
        assertThat(message.fromTag()).isEqualTo(message.from().flatMap(NameAddress::tag));
        assertThat(message.toTag()).isEqualTo(message.to().flatMap(NameAddress::tag));
        assertThat(message.topVia()).isEqualTo(message.vias().stream().findFirst());
        assertThat(message.topBranch()).isEqualTo(message.topVia().flatMap(Via::branch));
        assertThat(message.length()).isEqualTo(message.toBytes().length);
        assertThat(message.bodyLength()).isEqualTo(message.body().length);
    }

    private static void read(SipMessage message) {
        for (Header header : message.headers()) {
            assertThat(message.has(header.name())).isTrue();
            assertThat(message.has(header.rawName())).isTrue();
            assertThat(header.line()).startsWith(header.rawName());
            header.value();
            message.headerValues(header.name());
        }
        List.of(
                message.startLine(),
                message.callId(),
                message.cseq(),
                message.contacts(),
                message.routes(),
                message.recordRoutes(),
                message.nameAddresses(HeaderName.REFER_TO),
                message.reasons(),
                message.retryAfter(),
                message.warnings(),
                message.challenges(),
                message.credentials(),
                message.sessionExpires(),
                message.maxForwards(),
                message.expires(),
                message.contentLength(),
                message.contentType(),
                message.userAgent(),
                message.bodyText(),
                message.toString());
        message.sdp().ifPresent(ReadEverything::read);
        if (message instanceof SipRequest request) {
            List.of(request.method(), request.requestUri(), request.uri());
        } else if (message instanceof SipResponse response) {
            List.of(response.statusCode(), response.reasonPhrase(), response.status());
        }
    }

    private static void read(Sdp sdp) {
        List.of(sdp.origin(), sdp.connectionAddress(), sdp.attributes(), sdp.lines());
        for (Media media : sdp.media()) {
            List.of(
                    media.type(),
                    media.port(),
                    media.protocol(),
                    media.formats(),
                    media.connectionAddress(),
                    media.direction(),
                    media.codecs(),
                    media.crypto(),
                    media.attributes());
        }
    }
}
