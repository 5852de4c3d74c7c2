package org.callcause.testkit.mangled;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Header values that break the grammar, or keep it and make no sense. A line is a value, an empty one too. */
final class HostileValues {

    private static final List<String> ANYWHERE = """

        ;
        ;;;
        ,
        a,b,c
        *
        <>
        <sip:>
        <sip:a@b
        <sip:a@[::1]:0>;tag=x
        "
        "unbalanced <sip:a@b>
        0
        1
        -1
        3600
        2147483648
        4294967296
        99999999999999999999
        x
        a=b
        =
        ()
        %
        1 2 3
        \u0000
        \u00ff\u00fe
        """.lines().toList();

    private static final List<String> NUMBERS = """
        70
        90
        120
        1800
        4294967295
        1.5
        1;
        1 (
        10;duration
        20;duration=-1
        20 (wait);duration=3600
        0;refresher=uas
        90;refresher=
        1800;refresher=uac;refresher=uas
        """.lines().toList();

    private static final List<String> ADDRESSES = """
        sip:a@b
        <sip:a@b>
        <sip:a@b>;tag=
        <tel:+1>
        <sips:a@b>
        "A
        <sip:a@b>, <sip:c@d>
        <sip:192.168.0.1:5060>
        <sip:a@10.0.0.1:5060;transport=tcp>;expires=0
        <sip:a@b>;expires=x
        <sip:a@b;gr>
        <sip:bob@example.com;lr>
        <sip:bob@example.com:99999>
        <sip:a@b?Replaces=x>
        <sip:a@b?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2>
        <sip:anonymous@anonymous.invalid>
        <sip:a@sip.pstnhub.microsoft.com:5061;transport=tls>
        """.lines().toList();

    private static final List<String> VIAS = """
        SIP/2.0/UDP
        SIP/2.0/UDP a
        SIP/2.0/UDP ;branch=z9hG4bK
        SIP/2.0/UDP 192.0.2.1:5060;branch=
        SIP/2.0;branch=z9hG4bK-1-1-caller
        SIP/2.0/TLS a:b;branch=z9hG4bKx
        SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKx;received=;rport=x
        SIP/2.0/UDP 10.0.0.1;rport;branch=1
        SIP/2.0/TCP a;branch=z9hG4bKx, SIP/2.0/UDP b;branch=z9hG4bKx
        SIP/2.0/UDP [::1]:0;branch=z9hG4bKx;maddr=
        """.lines().toList();

    private static final List<String> TOKENS = """
        100rel
        100rel,timer
        timer
        replaces
        INVITE, ACK
        presence
        refer
        dialog;id=
        terminated
        terminated;reason=noresource
        active;expires=x
        application/sdp
        application/isup
        message/sipfrag;version=2.0
        multipart/mixed;boundary=x
        text/plain
        gzip
        """.lines().toList();

    private static final List<String> REASONS = """
        SIP;cause=
        SIP;cause=x
        SIP;cause=200;text="Call completed elsewhere"
        SIP;cause=603,Q.850;cause=21
        SIP;cause=99999999999
        Q.850
        Q.850;cause=16
        Q.850;cause=17;text="
        Q.850;cause=34;text="x"
        Q.850;cause=16;text="560403 x"
        Q.850;cause=999
        Q.850;cause=-1
        ;cause=3
        preemption;cause=1
        STIR;cause=436
        RELEASE_CAUSE;cause=1
        """.lines().toList();

    private static final List<String> WARNINGS = """
        3
        399
        399 a
        399 a "
        304 a "x"
        307 - ""
        370 a "x"
        399 a "x", 305
        999 a "x"
        99999999999 a "x"
        """.lines().toList();

    private static final List<String> CHALLENGES = """
        Digest
        Digest realm=
        Digest realm="a"
        Digest realm="a",nonce="b",stale=TRUE
        Digest realm="a",nonce="b",algorithm=X,qop="auth-int,"
        Digest username="u",realm="a",nonce="b",uri="sip:x",response="y",nc=zz,cnonce=
        Basic x
        =,=,=
        """.lines().toList();

    private static final List<String> REFERENCES = """
        a@b;to-tag=1;from-tag=1
        a@b;to-tag=
        ;from-tag=;to-tag=
        call-one@example.com;to-tag=callee-1;from-tag=caller-1;early-only
        1 INVITE
        1 1 INVITE
        0 0 X
        99999999999 1 INVITE
        -1 1
        ab30317f1a784dc48ff824d0d3715d86;remote=0
        eyJ.e.x;info=<>;alg=
        icid-value=
        icid-value="x
        <sip:a@b>;reason=unconditional;index=1.x
        <sip:a@b?Reason=SIP>;index=
        """.lines().toList();

    private static final Map<String, List<String>> BY_NAME = new HashMap<>();

    static {
        put(VIAS, "Via");
        put(ADDRESSES, "From", "To", "Contact", "Route", "Record-Route", "Refer-To", "Referred-By", "Path");
        put(ADDRESSES, "P-Asserted-Identity", "Service-Route", "Diversion", "Error-Info", "Remote-Party-ID");
        put(NUMBERS, "Retry-After", "Session-Expires", "Min-SE", "RSeq", "Expires", "Min-Expires", "Max-Forwards");
        put(NUMBERS, "Content-Length", "Max-Breadth");
        put(TOKENS, "Require", "Supported", "Unsupported", "Proxy-Require", "Allow", "Accept", "Content-Type", "Event");
        put(TOKENS, "Subscription-State", "Content-Encoding", "Content-Disposition", "Privacy", "User-Agent", "Server");
        put(REASONS, "Reason", "X-MS-Reason");
        put(WARNINGS, "Warning");
        put(CHALLENGES, "WWW-Authenticate", "Proxy-Authenticate", "Authorization", "Proxy-Authorization");
        put(REFERENCES, "Replaces", "RAck", "Target-Dialog", "Session-ID", "Identity", "Join", "P-Charging-Vector");
        put(REFERENCES, "History-Info");
    }

    /** The headers that rules read. */
    static final List<String> NAMES = BY_NAME.keySet().stream().sorted().toList();

    private HostileValues() {}

    private static void put(List<String> values, String... names) {
        Arrays.stream(names).forEach(name -> BY_NAME.put(name.toLowerCase(Locale.ROOT), values));
    }

    /** A value that the header of this name may be given, or one that would be odd in any. */
    static String any(String name, RandomGenerator random) {
        List<String> fitting = BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), ANYWHERE);
        return Change.any(random.nextInt(3) == 0 ? ANYWHERE : fitting, random);
    }
}
