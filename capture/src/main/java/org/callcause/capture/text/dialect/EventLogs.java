package org.callcause.capture.text.dialect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Logs that tell what happened to calls and hold no SIP messages as they are, and what adds the messages. */
public final class EventLogs {

    private record EventLog(String of, Pattern lines, String advice) {}

    private static final List<EventLog> ALL = List.of(
            new EventLog(
                    "3CX",
                    Pattern.compile("\\[CM\\d{6}\\]|\\bCall\\(C:\\d+"),
                    "capture the traffic in its management console and give the capture"),
            new EventLog(
                    "Asterisk",
                    Pattern.compile("-- Executing \\[|\\b(?:VERBOSE|NOTICE|WARNING)\\[\\d+\\](?:\\[C-[0-9a-f]{8}\\])?"
                            + " \\w+\\.c:"),
                    "pjsip set logger on adds them, or sip set debug on for chan_sip"),
            new EventLog(
                    "FreeSWITCH",
                    Pattern.compile("\\bsofia/\\S+/|\\b(?:mod_)?sofia\\.c:\\d+|\\bswitch_core_state_machine\\.c"),
                    "sofia global siptrace on adds them"),
            new EventLog(
                    "Kamailio or OpenSIPS",
                    Pattern.compile("\\b(?:kamailio|opensips)\\[\\d+\\]|: <core> \\[|\\bDBG:core:"),
                    "write $mb by xlog, or capture with sngrep or the siptrace module"),
            new EventLog(
                    "AudioCodes",
                    Pattern.compile("\\[S=\\d+\\] ?\\[[SB]ID="),
                    "set the debug level of its syslog to Basic or Detailed"),
            new EventLog(
                    "Cisco IOS",
                    Pattern.compile("/SIP/(?:Info|State|Event|Error|Call|Transport)/"),
                    "debug ccsip messages adds them"));

    private EventLogs() {}

    /** What to say of a text that begins like this and held no message. */
    public static Optional<String> advice(String beginning) {
        return ALL.stream()
                .filter(log -> log.lines().matcher(beginning).find())
                .findFirst()
                .map(log -> "a log of " + log.of() + " that holds events and no SIP messages; " + log.advice());
    }
}
