package org.callcause.testkit.mangled;

import static org.callcause.testkit.mangled.Change.any;
import static org.callcause.testkit.mangled.Change.ofOne;
import static org.callcause.testkit.mangled.Change.part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.callcause.testkit.mangled.Change.OfLines;

/** What happens to bodies, session descriptions above all. */
final class SessionChanges {

    private static final List<String> LINES = """

        v=
        o=
        o=- x y IN IP4 0.0.0.0
        o=- 1 1 IN IP6 ::1
        c=
        c=IN IP4 0.0.0.0
        c=IN IP4 10.0.0.1
        c=IN IP6 ::
        c=IN IP4 224.2.1.1/127/3
        c=IN IP4 host.invalid
        t=
        b=
        b=AS:-1
        b=AS:99999999999
        m=
        m=audio
        m=audio 0 RTP/AVP 0
        m=audio x RTP/AVP 0
        m=audio -1 RTP/AVP 0
        m=audio 99999 RTP/AVP 0 8
        m=audio 40000 RTP/AVP
        m=audio 40000 RTP/AVP x y
        m=audio 40000/2 RTP/SAVP 0
        m=audio 9 UDP/TLS/RTP/SAVPF 111
        m=video 40002 RTP/AVP 96
        m=image 40004 udptl t38
        m=application 9 UDP/DTLS/SCTP webrtc-datachannel
        a=rtpmap
        a=rtpmap:
        a=rtpmap:x
        a=rtpmap:0
        a=rtpmap:8\s
        a=rtpmap:999 X/x
        a=rtpmap:101 telephone-event/8000
        a=rtpmap:96 opus/48000/2
        a=fmtp:
        a=fmtp:18 annexb=no
        a=crypto:
        a=crypto:1 AES_CM_128_HMAC_SHA1_80
        a=crypto:x AES inline:
        a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x|2^31|1:1
        a=fingerprint:
        a=fingerprint:sha-1 00
        a=setup:
        a=setup:actpass
        a=setup:passive
        a=candidate:
        a=candidate:1 1 UDP
        a=candidate:1 1 udp 1 10.0.0.1 x typ host
        a=candidate:1 1 udp 99999999999 x.local 9 typ
        a=ice-ufrag:
        a=ice-pwd:x
        a=ice-lite
        a=remote-candidates:
        a=sendonly
        a=recvonly
        a=inactive
        a=ptime:
        a=ptime:0
        a=maxptime:-1
        a=rtcp:x
        a=rtcp-mux
        a=group:BUNDLE
        a=mid:
        a=curr:qos local none
        a=des:qos mandatory local sendrecv
        a=T38FaxVersion:x
        a=
        x
        =
        """.lines().toList();

    private static final List<String> KINDS =
            List.of("m=", "c=", "o=", "a=", "a=rtpmap", "a=crypto", "a=candidate", "v=", "t=");

    private static final List<String> PORTS = List.of("0", "x", "-1", "9", "99999", "");

    private SessionChanges() {}

    static List<Change> all() {
        return List.of(
                ofOne((sheet, random) -> sheet.carrying("")),
                ofOne((sheet, random) -> sheet.carrying(part(sheet.body(), random))),
                ofOne((sheet, random) -> sheet.carryingUnsaid(part(sheet.body(), random))),
                ofOne((sheet, random) -> sheet.with("Content-Length", HostileValues.any("Content-Length", random))),
                SessionChanges::takeBodyOfAnother,
                ofLines((lines, random) -> lines.remove(random.nextInt(lines.size()))),
                ofLines(SessionChanges::removeKind),
                ofLines((lines, random) -> lines.add(random.nextInt(lines.size() + 1), any(lines, random))),
                ofLines((lines, random) -> lines.set(random.nextInt(lines.size()), any(LINES, random))),
                ofLines((lines, random) -> lines.set(random.nextInt(lines.size()), any(LINES, random))),
                ofLines((lines, random) -> lines.add(random.nextInt(lines.size() + 1), any(LINES, random))),
                ofLines((lines, random) -> lines.add(random.nextInt(lines.size() + 1), any(LINES, random))),
                ofLines((lines, random) ->
                        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()))),
                ofLines(SessionChanges::changePort),
                ofLines(SessionChanges::cutLine));
    }

    /** To the lines of some body, if there is any. */
    private static Change ofLines(OfLines<String> change) {
        return (call, random) -> {
            List<Sheet> carrying =
                    call.stream().filter(sheet -> !sheet.body().isEmpty()).toList();
            if (!carrying.isEmpty()) {
                Sheet sheet = any(carrying, random);
                List<String> lines = new ArrayList<>(sheet.body().lines().toList());
                change.make(lines, random);
                lines.add("");
                call.set(call.indexOf(sheet), sheet.carrying(String.join("\r\n", lines)));
            }
        };
    }

    private static void takeBodyOfAnother(List<Sheet> call, RandomGenerator random) {
        Sheet other = any(call, random);
        ofOne((sheet, chance) -> {
                    Sheet carrying = sheet.carrying(other.body());
                    return other.value("Content-Type")
                            .map(type -> carrying.with("Content-Type", type))
                            .orElse(carrying);
                })
                .make(call, random);
    }

    private static void removeKind(List<String> lines, RandomGenerator random) {
        String kind = any(KINDS, random);
        lines.removeIf(line -> line.startsWith(kind));
    }

    private static void changePort(List<String> lines, RandomGenerator random) {
        String port = any(PORTS, random);
        lines.replaceAll(line -> line.replaceFirst("^(m=\\w+) \\S+", "$1 " + port));
    }

    private static void cutLine(List<String> lines, RandomGenerator random) {
        int at = random.nextInt(lines.size());
        lines.set(at, part(lines.get(at), random));
    }
}
