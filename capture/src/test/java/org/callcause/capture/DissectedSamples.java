package org.callcause.capture;

import static org.callcause.capture.SampleCall.dotted;
import static org.callcause.capture.SampleCall.host;

import java.util.HexFormat;
import java.util.List;
import org.callcause.capture.SampleCall.Step;

/** A message as programs write it that take packets apart, and as stores of packets give it back. */
final class DissectedSamples {

    private DissectedSamples() {}

    static String layers(Step step) {
        return layers(step, head(step));
    }

    /** As tshark 4.0.17 writes it: what should be the headers is all of the message behind its start line. */
    static String layersWithBodyAmongHeaders(Step step) {
        String message = step.message();
        boolean ended = message.contains("\r\n\r\n");
        return layers(step, message.substring(message.indexOf("\r\n") + 2) + (ended ? "" : "\r\n"));
    }

    private static String layers(Step step, String headers) {
        StringBuilder sdp = new StringBuilder();
        for (String line : body(step)) {
            String name = switch (line.charAt(0)) {
                case 'v' -> "sdp.version";
                case 'o' -> "sdp.owner";
                case 's' -> "sdp.session_name";
                case 'c' -> "sdp.connection_info";
                case 't' -> "sdp.time";
                case 'm' -> "sdp.media";
                default -> "sdp.media_attr";
            };
            sdp.append(sdp.isEmpty() ? "" : ",\n")
                    .append(quoted(name) + ": " + quoted(line.substring(2)))
                    .append(",\n" + quoted(name + "_tree") + ": { \"sdp.part\": \"1\" }");
        }
        return "{ \"_index\": \"packets-2026-03-02\", \"_score\": null, \"_source\": { \"layers\": {\n"
                + "\"frame\": { \"frame.time_epoch\": \"" + epoch(step) + "\", \"frame.number\": \"1\" },\n"
                + "\"ip\": { \"ip.proto\": \"17\", \"ip.src\": \"" + host(step.from()) + "\", \"ip.dst\": \""
                + host(step.to()) + "\" },\n\"udp\": { \"udp.srcport\": \"5060\", \"udp.dstport\": \"5060\" },\n"
                + "\"sip\": { " + quoted(startField(step)) + ": " + quoted(step.firstLine())
                + ", \"sip.msg_hdr\": " + quoted(headers) + ", \"sip.msg_hdr_tree\": { \"sip.CSeq\": \"1\" },\n"
                + "\"sip.msg_body\": { \"sdp\": { " + sdp + " } } } } } }";
    }

    static String packet(Step step) {
        StringBuilder sdp = new StringBuilder();
        body(step).forEach(line -> sdp.append("<field name=\"sdp.line\" show=\"\" value=\"" + hex(line) + "\"/>\n"));
        return "<packet>\n<proto name=\"frame\"><field name=\"frame.time_epoch\" show=\"" + epoch(step)
                + "\"/></proto>\n"
                + "<proto name=\"ip\"><field name=\"ip.proto\" show=\"17\" value=\"11\"/><field name=\"ip.src\" show=\""
                + host(step.from()) + "\" value=\"\"/><field name=\"ip.dst\" show=\"" + host(step.to())
                + "\" value=\"\"/></proto>\n"
                + "<proto name=\"udp\"><field name=\"udp.srcport\" show=\"5060\"/><field name=\"udp.dstport\""
                + " show=\"5060\"/></proto>\n"
                + "<proto"
                + " name=\"sip\"><field"
                + " name=\"" + startField(step) + "\" show=\"\" value=\""
                + hex(step.firstLine()) + "\"/>\n<field name=\"sip.msg_hdr\" show=\"\" value=\"" + hex(head(step))
                + "\"/>\n<proto name=\"sdp\">" + sdp + "</proto></proto>\n</packet>\n";
    }

    static String stored(Step step) {
        return "{ \"protocol_header\": { \"srcIp\": \"" + host(step.from()) + "\", \"srcPort\": 5060, \"dstIp\": \""
                + host(step.to()) + "\", \"dstPort\": 5060, \"protocol\": 17, \"timeSeconds\": "
                + step.time().getEpochSecond() + ", \"timeUseconds\": "
                + Long.parseLong(step.at("SSSSSS"))
                + " }, \"raw\": " + quoted(step.message()) + " }";
    }

    static String details(Step step) {
        StringBuilder text = new StringBuilder("Frame 1: 455 bytes on wire (3640 bits), 455 bytes captured\n"
                + "    Arrival Time: " + step.at("MMM  d, yyyy HH:mm:ss.SSSSSS") + "000 UTC\n"
                + "Internet Protocol Version 4, Src: " + host(step.from()) + ", Dst: " + host(step.to()) + "\n"
                + "User Datagram Protocol, Src Port: 5060, Dst Port: 5060\n"
                + "Session Initiation Protocol (" + step.firstLine() + ")\n    "
                + (step.firstLine().startsWith("SIP") ? "Status" : "Request") + "-Line: " + step.firstLine()
                + "\n    Message Header\n");
        head(step).lines().forEach(line -> text.append("        ").append(line).append('\n'));
        if (!body(step).isEmpty()) {
            text.append("    Message Body\n        Session Description Protocol\n");
            body(step)
                    .forEach(line -> text.append("            Meaning (")
                            .append(line.charAt(0))
                            .append("): ")
                            .append(line.substring(2))
                            .append('\n'));
        }
        return text.append('\n').toString();
    }

    static String hexadecimal(Step step) {
        byte[] payload = Octets.text(step.message());
        int udp = payload.length + 8;
        String header = String.format("4500%04x0001000040110000", udp + 20)
                + (step.received() ? "c000020ac0000201" : "c0000201c000020a")
                + String.format("13c413c4%04x0000", udp);
        String all = header + HexFormat.of().formatHex(payload);
        StringBuilder text = new StringBuilder(step.at("HH:mm:ss.SSSSSS") + " IP " + dotted(step.from()) + " > "
                + dotted(step.to()) + ": SIP: " + step.firstLine() + "\n");
        for (int at = 0; at < all.length(); at += 32) {
            String row = all.substring(at, Math.min(all.length(), at + 32));
            text.append(String.format("\t0x%04x:  ", at / 2))
                    .append(row.replaceAll("(.{4})", "$1 "))
                    .append(" ................\n");
        }
        return text.append('\n').toString();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(Octets.text(text));
    }

    private static String head(Step step) {
        String message = step.message();
        int start = message.indexOf("\r\n") + 2;
        int end = message.indexOf("\r\n\r\n");
        return end < 0 ? message.substring(start) + "\r\n" : message.substring(start, end + 2);
    }

    private static List<String> body(Step step) {
        int end = step.message().indexOf("\r\n\r\n");
        return end < 0 ? List.of() : step.message().substring(end + 4).lines().toList();
    }

    private static String epoch(Step step) {
        return step.time().getEpochSecond() + "." + step.at("SSSSSS") + "000";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n") + '"';
    }

    private static String startField(Step step) {
        return step.firstLine().startsWith("SIP") ? "sip.Status-Line" : "sip.Request-Line";
    }
}
