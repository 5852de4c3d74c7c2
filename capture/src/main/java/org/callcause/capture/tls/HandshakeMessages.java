package org.callcause.capture.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.capture.source.Network;
import org.callcause.dialog.TlsCertificate;

/**
 * The messages of one direction of a handshake, as far as they are in clear and were kept (RFC 8446 section 4, RFC 5246
 * section 7.4). What does not hold together is passed over.
 */
public final class HandshakeMessages {

    public static final int CLIENT_HELLO = 1;
    public static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int CERTIFICATE_REQUEST = 13;
    private static final int SERVER_HELLO_DONE = 14;
    private static final int CLIENT_KEY_EXCHANGE = 16;

    private static final int SERVER_NAME = 0;
    private static final int APPLICATION_PROTOCOL = 16;
    private static final int SUPPORTED_VERSIONS = 43;

    private static final int SSL_3 = 0x0300;
    private static final int TLS_1_3 = 0x0304;
    private static final int MOST_NAME = 255;

    /** A name for SIP: {@code sip.example.com}, {@code sips}, {@code sip2}. */
    private static final Pattern SIP_NAME = Pattern.compile("sips?\\d*\\..*", Pattern.CASE_INSENSITIVE);

    /** The random of a ServerHello that asks for another ClientHello begins so (RFC 8446 4.1.3). */
    private static final byte[] ANOTHER_HELLO = {
        (byte) 0xCF, 0x21, (byte) 0xAD, 0x74, (byte) 0xE5, (byte) 0x9A, 0x61, 0x11
    };

    private final byte[] bytes;
    private Optional<String> serverName = Optional.empty();
    private final List<String> protocols = new ArrayList<>();
    private int version;
    private int certificateOffset;
    private int certificateLength;
    private int chain;
    private boolean emptyCertificate;
    private boolean certificateAsked;
    private boolean keyExchange;
    private boolean helloDone;
    private boolean anotherHello;
    private int hellos;

    HandshakeMessages(byte[] bytes, int length) {
        this.bytes = bytes;
        int at = 0;
        while (length - at >= 4) {
            int end = at + 4 + unsigned24(at + 1);
            message(bytes[at], at + 4, Math.min(end, length), end <= length);
            at = end;
        }
    }

    private void message(int type, int offset, int end, boolean whole) {
        switch (type) {
            case CLIENT_HELLO -> hello(offset, end, true);
            case SERVER_HELLO -> hello(offset, end, false);
            case CERTIFICATE -> certificates(offset, end, whole);
            case CERTIFICATE_REQUEST -> certificateAsked = true;
            case SERVER_HELLO_DONE -> helloDone = true;
            case CLIENT_KEY_EXCHANGE -> keyExchange = true;
            default -> {}
        }
    }

    /** Both hellos: version, random, session; then what is offered, or what is chosen; then the extensions. */
    private void hello(int offset, int end, boolean ofClient) {
        hellos++;
        if (end - offset < 35) {
            return;
        }
        int random = offset + 2;
        anotherHello =
                Arrays.equals(bytes, random, random + ANOTHER_HELLO.length, ANOTHER_HELLO, 0, ANOTHER_HELLO.length);
        version = Network.unsigned16(bytes, offset);
        int at = offset + 35 + Network.unsigned8(bytes, offset + 34);
        if (ofClient) {
            at = end - at < 2 ? end : at + 2 + Network.unsigned16(bytes, at);
            at = end - at < 1 ? end : at + 1 + Network.unsigned8(bytes, at);
        } else {
            at += 3;
        }
        at += 2;
        while (end - at >= 4) {
            int extension = Network.unsigned16(bytes, at);
            int extensionEnd = Math.min(end, at + 4 + Network.unsigned16(bytes, at + 2));
            extension(extension, at + 4, extensionEnd, ofClient);
            at = extensionEnd;
        }
    }

    private void extension(int type, int offset, int end, boolean ofClient) {
        if (type == SUPPORTED_VERSIONS && !ofClient && end - offset == 2) {
            version = Network.unsigned16(bytes, offset);
        } else if (type == SUPPORTED_VERSIONS && ofClient) {
            for (int at = offset + 1; end - at >= 2; at += 2) {
                int offered = Network.unsigned16(bytes, at);
                // Others are there to be ignored (RFC 8701).
                version = offered <= TLS_1_3 ? Math.max(version, offered) : version;
            }
        } else if (type == SERVER_NAME && ofClient && end - offset >= 5) {
            int nameLength = Network.unsigned16(bytes, offset + 3);
            if (nameLength <= Math.min(MOST_NAME, end - offset - 5)) {
                serverName = Optional.of(text(offset + 5, nameLength)).filter(name -> !name.isEmpty());
            }
        } else if (type == APPLICATION_PROTOCOL) {
            for (int at = offset + 2; end - at >= 1; at += 1 + Network.unsigned8(bytes, at)) {
                protocols.add(text(at + 1, Math.min(Network.unsigned8(bytes, at), end - at - 1)));
            }
        }
    }

    /** The form of versions up to 1.2; those of 1.3 are encrypted. */
    private void certificates(int offset, int end, boolean whole) {
        if (end - offset < 3) {
            return;
        }
        emptyCertificate = unsigned24(offset) == 0;
        int first = offset + 3;
        int sent = 0;
        for (int at = first; end - at >= 3; at += 3 + unsigned24(at)) {
            sent++;
        }
        if (sent > 0 && unsigned24(first) <= end - first - 3) {
            certificateOffset = first + 3;
            certificateLength = unsigned24(first);
            chain = whole ? sent : Math.max(sent, 2);
        }
    }

    private int unsigned24(int offset) {
        return Network.unsigned8(bytes, offset) << 16 | Network.unsigned16(bytes, offset + 1);
    }

    private String text(int offset, int characters) {
        return new String(bytes, offset, characters, StandardCharsets.ISO_8859_1);
    }

    /** How many hellos are there. */
    public int hellos() {
        return hellos;
    }

    /** Whether the server asks the client for another hello, and has not gone on since. */
    public boolean asksForAnotherHello() {
        return anotherHello;
    }

    /** Whether the server has said, in a version before 1.3, that the client is next. */
    public boolean isHelloDone() {
        return helloDone;
    }

    /** Whether the client has answered what the server sent, in a version before 1.3. */
    public boolean hasKeyExchange() {
        return keyExchange;
    }

    /** The name that the client asks for. */
    public Optional<String> serverName() {
        return serverName;
    }

    /** Whether the client says that it wants to speak SIP: by ALPN, or by a name such as {@code sip.example.com}. */
    public boolean isForSip() {
        return serverName.filter(name -> SIP_NAME.matcher(name).matches()).isPresent()
                || protocols.stream().anyMatch(name -> name.startsWith("sip"));
    }

    /** Whether no version of TLS is offered, but one before it: a check that only looks whether something answers does so. */
    public boolean offersNoTls() {
        return version == SSL_3;
    }

    /** The highest version offered, or the one that was chosen. */
    public Optional<String> version() {
        return version < SSL_3 || version > TLS_1_3
                ? Optional.empty()
                : Optional.of(version == SSL_3 ? "SSL 3.0" : "TLS 1." + (version - SSL_3 - 1));
    }

    /** Whether the version is one in which what follows the hellos is encrypted. */
    public boolean isEncryptedEarly() {
        return version == TLS_1_3;
    }

    /** The certificate of the side itself, which is the first one it sends. */
    public Optional<TlsCertificate> certificate() {
        return chain == 0 ? Optional.empty() : CertificateText.read(bytes, certificateOffset, certificateLength, chain);
    }

    /** Whether the side was asked for a certificate and said that it has none. */
    public boolean saysNoCertificate() {
        return emptyCertificate;
    }

    /** Whether the server asks for a certificate. */
    public boolean asksForCertificate() {
        return certificateAsked;
    }
}
