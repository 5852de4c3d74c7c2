package org.callcause.rules.rfc3261.rtp;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which one side, or both, were not heard. */
final class SilentSideCalls {

    private SilentSideCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/rtp-one-way",
                        "Nothing comes from the callee, though another call shows both directions",
                        """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        rtp 0.0 to 30.0 192.0.2.70:4000 -> 192.0.2.71:4000
                        rtp 0.0 to 30.0 192.0.2.71:4000 -> 192.0.2.70:4000
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-one-way", "After the resume only the caller sends", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 10.0 caller -> callee
                        rtp 2.1 to 10.0 callee -> caller
                        10.000 callee -> caller INVITE | sdp: PCMU; inactive
                        10.020 caller -> callee 200
                        10.040 callee -> caller ACK
                        20.000 callee -> caller INVITE | sdp: PCMU; sendrecv
                        20.020 caller -> callee 200 | sdp: PCMU
                        20.040 callee -> caller ACK
                        rtp 20.1 to 32.0 caller -> callee
                        32.000 caller -> callee BYE
                        32.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-one-way", "The relay passes nothing on to the caller", """
                        party relay = 192.0.2.40:5060
                        0.000 caller -> relay INVITE
                        0.002 relay -> callee INVITE | sdp: PCMU; at 192.0.2.40
                        2.000 callee -> relay 200
                        2.002 relay -> caller 200 | sdp: PCMU; port 40100; at 192.0.2.40
                        2.010 caller -> relay ACK
                        2.012 relay -> callee ACK
                        rtp 2.1 to 20.0 caller -> relay:40100
                        rtp 2.1 to 20.0 relay -> callee
                        rtp 2.1 to 20.0 callee -> relay
                        20.000 caller -> relay BYE
                        20.002 relay -> callee BYE
                        20.010 callee -> relay 200
                        20.012 relay -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-one-way",
                        "The callee behind NAT waits at its private address, and sends nothing",
                        """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200 | sdp: PCMU; at 192.168.1.20
                        2.010 caller -> callee ACK
                        rtp 2.1 to 12.0 caller -> 192.168.1.20
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-one-way",
                        "RTCP of the callee counts what it sent, and none is in the capture: not checked",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        signal 5.0 to 20.0 callee:40001 -> caller:40001 sender-report 880
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-one-way", "The caller's RTCP reports on what it received, unseen: not checked", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        signal 5.0 to 20.0 caller:40001 -> callee:40001 sender-report 880
                        signal 5.0 to 20.0 caller:40001 -> callee:40001 reception
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-one-way",
                        "The callee counts what it sent, and the caller reports that nothing came",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        signal 5.0 to 20.0 callee:40001 -> caller:40001 sender-report 880
                        signal 5.0 to 20.0 caller:40001 -> callee:40001 sender-report 880
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-one-way", "The reports are encrypted, and their counts no counts", """
                        0.000 caller -> callee INVITE | sdp: PCMU; RTP/SAVP
                        2.000 callee -> caller 200 | sdp: PCMU; RTP/SAVP
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        signal 5.0 to 20.0 callee:40001 -> caller:40001 sender-report 123456789
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-one-way",
                        "The two agree on keys in the media, and a count is more than can be",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        signal 5.0 to 20.0 callee:40001 -> caller:40001 sender-report 123456789
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-one-way", "Both sides are heard", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        rtp 2.3 to 20.0 callee -> caller
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-one-way", "The callee announces that it only sends", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200 | sdp: PCMU; sendonly
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 callee -> caller
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-one-way", "The caller behind NAT is answered at its public socket", """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; at 192.168.1.20
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 203.0.113.7:50312 -> callee
                        rtp 2.2 to 20.0 callee -> 203.0.113.7:50312
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-one-way", "The call is over before a phone that is slow to begin would speak", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 5.5 caller -> callee
                        5.500 caller -> callee BYE
                        5.510 callee -> caller 200
                        """),
                fires("rfc3261/rtp-one-way", "No media of any call are seen from the callee's machine", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        rtp 30.0 to 40.0 192.0.2.70:4000 -> callee:40100
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/rtp-one-way",
                        "Neither speaks: the caller's phone sends comfort noise, the callee's nothing",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee type 13
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/rtp-one-way",
                        "The callee says a word, listens and hangs up: its phone sends no silence",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 20.0 caller -> callee
                        rtp 2.0 to 2.2 callee -> caller
                        20.000 callee -> caller BYE
                        20.010 caller -> callee 200
                        """),
                silent("rfc3261/rtp-one-way", "The media go on behind the last message: the BYE was not captured", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 40.0 callee -> caller
                        rtp 2.2 to 40.0 caller -> callee
                        """),
                silent("rfc3261/rtp-one-way", "A refresh of the session comes while the callee listens", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 40.0 caller -> callee
                        rtp 2.1 to 30.0 callee -> caller
                        35.000 caller -> callee INVITE
                        35.020 callee -> caller 200
                        35.040 caller -> callee ACK
                        40.000 caller -> callee BYE
                        40.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-stopped", "A mailbox greets, and then records without a sound: not checked", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 30.0 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        30.000 caller -> callee BYE
                        30.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-stopped", "Nothing came for 60 s, and the caller's device ends the call", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 72.5 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        72.500 caller -> callee BYE
                        72.510 callee -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-stopped",
                        "The caller falls silent, and the callee's timer of 30 s ends the call",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 12.0 caller -> callee
                        rtp 2.1 to 42.0 callee -> caller
                        42.000 callee -> caller BYE | Reason: SIP;cause=200;text="RTP Timeout"
                        42.010 caller -> callee 200
                        """),
                fires(
                        "rfc3261/rtp-stopped",
                        "The caller goes on mute, as its RTCP shows, and the callee's timer runs out",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 12.0 caller -> callee
                        rtp 2.1 to 42.0 callee -> caller
                        signal 4.0 to 42.0 caller:40001 -> callee:40001 sender-report 495
                        42.000 callee -> caller BYE | Reason: SIP;cause=200;text="RTP Timeout"
                        42.010 caller -> callee 200
                        """),
                fires("rfc3261/rtp-stopped", "The callee's RTCP counts on when no more is seen: not checked", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 72.5 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        signal 4.0 to 72.0 callee:40001 -> caller:40001 sender-report 3500
                        72.500 caller -> callee BYE
                        72.510 callee -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-stopped",
                        "The capture lacks one packet in twenty, and the callee counts no more than it sent",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 300.0 caller -> callee
                        rtp 2.1 to 240.0 callee -> caller
                        signal 4.0 to 240.0 callee:40001 -> caller:40001 sender-report 12520
                        300.000 caller -> callee BYE
                        300.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-stopped", "The callee ends its stream, and the caller's timer ends the call", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 72.5 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        signal 12.0 to 12.1 callee:40001 -> caller:40001 rtcp-bye
                        72.500 caller -> callee BYE
                        72.510 callee -> caller 200
                        """),
                silent(
                        "rfc3261/rtp-stopped",
                        "The side that stopped sending hangs up: it was on mute, and listened",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 30.0 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        30.000 callee -> caller BYE
                        30.010 caller -> callee 200
                        """),
                silent("rfc3261/rtp-stopped", "The callee pauses and comes back", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 40.0 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        rtp 30.0 to 40.0 callee -> caller
                        40.000 caller -> callee BYE
                        40.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-stopped", "The call is put on hold, and given up there", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 30.0 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        12.000 caller -> callee INVITE | sdp: PCMU; sendonly
                        12.020 callee -> caller 200
                        12.040 caller -> callee ACK
                        30.000 caller -> callee BYE
                        30.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-missing",
                        "The calls before and after it have media between the same hosts, this one has none",
                        """
                        5.000 caller -> callee INVITE
                        7.000 callee -> caller 200
                        7.010 caller -> callee ACK
                        rtp 0.0 to 9.0 caller:41000 -> callee:41000
                        rtp 8.0 to 35.0 callee:42000 -> caller:42000
                        17.000 caller -> callee BYE
                        17.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-missing", "The media of this call are there", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 0.0 to 25.0 caller:41000 -> callee:41000
                        rtp 2.1 to 12.0 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-missing", "Other calls have media, between other hosts", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 0.0 to 25.0 192.0.2.70 -> 192.0.2.71
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """));
    }
}
