package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

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

    /** What each reader says. */
    static Stream<Object> answers(SipMessage message) {
        return Stream.concat(
                Stream.of(
                        message.startLine(),
                        message.callId(),
                        message.cseq(),
                        message.fromTag(),
                        message.toTag(),
                        message.topBranch(),
                        message.from(),
                        message.to(),
                        message.contacts(),
                        message.routes(),
                        message.recordRoutes(),
                        message.nameAddresses(HeaderName.REFER_TO),
                        message.vias(),
                        message.topVia(),
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
                        message.headerValues(HeaderName.ACCEPT),
                        message.headerValues("X-Other"),
                        message.bodyLength(),
                        message.bodyText(),
                        message.length(),
                        message.text(),
                        message.defects(),
                        ofStartLine(message),
                        message.sdp().map(ReadEverything::ofDescription)),
                message.headers().stream().flatMap(ReadEverything::ofHeader));
    }

    private static void read(SipMessage message) {
        for (Header header : message.headers()) {
            assertThat(message.has(header.name())).isTrue();
            assertThat(message.has(header.rawName())).isTrue();
            assertThat(header.line()).startsWith(header.rawName());
            message.headerValues(header.name());
        }
        assertThat(answers(message)).doesNotContainNull();
    }

    private static Stream<Object> ofHeader(Header header) {
        return Stream.of(header.name(), header.rawName(), header.value(), header.line(), header.offset());
    }

    private static List<Object> ofStartLine(SipMessage message) {
        if (message instanceof SipRequest request) {
            return List.of(
                    request.method(),
                    request.requestUri(),
                    request.uri(),
                    request.uri().parameters());
        } else if (message instanceof SipResponse response) {
            return List.of(response.statusCode(), response.reasonPhrase(), response.status());
        }
        throw new AssertionError();
    }

    private static List<Object> ofDescription(Sdp sdp) {
        return List.of(
                sdp.origin(),
                sdp.connectionAddress(),
                sdp.attributes(),
                sdp.lines(),
                sdp.media().stream().map(ReadEverything::ofMedia).toList());
    }

    private static List<Object> ofMedia(Media media) {
        return List.of(
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
