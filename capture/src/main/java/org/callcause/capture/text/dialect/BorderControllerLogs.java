package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;
import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;
import static org.callcause.capture.text.dialect.RemoteDialect.address;

import java.util.List;

/** Session border controllers: AudioCodes' syslog, Oracle's (Acme Packet's) sipmsg.log and log.sipd, Ribbon's (Sonus') trace. */
final class BorderControllerLogs {

    private BorderControllerLogs() {}

    static List<LogFormat> formats() {
        String own = "On (?:\\[\\d+:\\d+\\])?" + address("local");
        return List.of(
                LogFormat.of(
                        "AudioCodes syslog",
                        "[S=1001] [SID=2ed1c8:96:5] (N 7001) ---- Incoming SIP Message from 192.0.2.10:5060 to"
                                + " SIPInterface #0 (LAN) UDP ----",
                        RemoteDialect.of(
                                "---- ",
                                "---- Outgoing SIP Message to " + ADDRESS + "(?: [^#]*#\\d+ (?:\\([^)]*\\) )?"
                                        + TRANSPORT + "\\b)?",
                                "---- Incoming SIP Message from " + ADDRESS + "(?: [^#]*#\\d+ (?:\\([^)]*\\) )?"
                                        + TRANSPORT + "\\b)?")),
                LogFormat.of(
                        "Oracle (Acme Packet) sipmsg.log",
                        "Mar  2 09:14:05.120 On [0:0]192.0.2.1:5060 received from 192.0.2.10:5060",
                        RemoteDialect.of("On ", own + " sent to " + ADDRESS, own + " received from " + ADDRESS)),
                LogFormat.of(
                        "Oracle (Acme Packet) log.sipd",
                        "Mar  2 09:14:05.120 [SIP] <sourceAddress>192.0.2.10</sourceAddress>"),
                LogFormat.of(
                        "Ribbon (Sonus) trace",
                        "Ingress: received msg for CallId:7f2c41d0 gcid:0x1 from IP/port:192.0.2.10/5060, Local"
                                + " IP/port:192.0.2.1/5060",
                        RemoteDialect.of(
                                "IP/port",
                                "\\b(?:sent|sending|send) [^/]*?\\bto (?:peer )?IP/port: ?(?<address>[^,\\s]+),? Local"
                                        + " IP/port: ?(?<local>[^,\\s]+)",
                                "\\b(?:received|recv) [^/]*?\\bfrom (?:peer )?IP/port: ?(?<address>[^,\\s]+),? Local"
                                        + " IP/port: ?(?<local>[^,\\s]+)"),
                        RemoteDialect.of("SipFeSocket", "SipFeSocketSend\\w* - msg", "SipFeSocketRecv\\w* - msg")));
    }
}
