package org.callcause.capture.text.dialect;

import java.util.List;

/** What may stand around any of the others. */
final class Envelopes {

    private Envelopes() {}

    static List<LogFormat> formats() {
        return List.of(
                LogFormat.of(
                        "syslog (RFC 3164, RFC 5424) around any of these",
                        "<134>1 2026-03-02T09:14:05.120Z sbc sip 412 - - U 192.0.2.10:5060 -> 192.0.2.1:5060"),
                LogFormat.of(
                        "a quoted e-mail, a Markdown fence or HTML around any of these",
                        "> INVITE sip:bob@example.com SIP/2.0"),
                LogFormat.of(
                        "a container's log of any of these: docker's JSON, Kubernetes (CRI)",
                        "{\"log\":\"INVITE sip:bob@example.com SIP/2.0\\n\",\"time\":\"2026-03-02T09:14:05.120Z\"}"),
                LogFormat.of(
                        "any of these in JSON, by line or by message: journalctl -o json, Loki, CloudWatch, Elasticsearch",
                        "{ \"timestamp\": 1772442845120, \"message\": \"INVITE sip:bob@example.com SIP/2.0\\r\\n…\" }"),
                LogFormat.of(
                        "any of these in a table: Kibana, CloudWatch or Splunk as CSV, tshark -T fields",
                        "\"@timestamp\",\"source.ip\",\"source.port\",\"destination.ip\",\"destination.port\",\"message\""));
    }
}
