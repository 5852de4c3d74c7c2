package org.callcause.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.PacketTally;
import org.callcause.capture.source.PortTally;
import org.callcause.dialog.FailedConnection;

/** Says of a capture file without SIP what is in it, and what to try. */
final class WithoutSip {

    private static final int MOST_PORTS = 3;

    private final PacketTally tally;
    private final List<Undecoded> undecoded;
    private final boolean connectionsFailed;

    private WithoutSip(PacketTally tally, List<Undecoded> undecoded, boolean connectionsFailed) {
        this.tally = tally;
        this.undecoded = undecoded;
        this.connectionsFailed = connectionsFailed;
    }

    static String hint(PacketTally tally, List<Undecoded> undecoded, List<FailedConnection> failed) {
        WithoutSip without = new WithoutSip(tally, undecoded, !failed.isEmpty());
        return without.content() + " " + without.advice();
    }

    private String content() {
        if (tally.packets() == 0) {
            return "The file holds no packets.";
        }
        List<String> parts = new ArrayList<>();
        long others = tally.packets()
                - tell(parts, "TCP", tally.tcp())
                - tell(parts, "UDP", tally.udp())
                - tell(parts, "SCTP", tally.sctp());
        if (others > 0) {
            parts.add(grouped(others) + (parts.isEmpty() ? "" : others == 1 ? " other" : " others")
                    + " without TCP, UDP or SCTP");
        }
        String whole = tally.packets() == 1 ? "Its one packet holds no SIP" : "None of its packets holds SIP";
        return whole + ": " + String.join(", ", parts) + ".";
    }

    private static long tell(List<String> parts, String protocol, PortTally ports) {
        if (ports.packets() > 0) {
            parts.add(grouped(ports.packets()) + " " + protocol + " (" + numbers(ports) + ")");
        }
        return ports.packets();
    }

    private static String numbers(PortTally ports) {
        List<Integer> busiest = ports.busiest(MOST_PORTS + 1);
        String numbers = busiest.stream().limit(MOST_PORTS).map(String::valueOf).collect(Collectors.joining(", "));
        if (busiest.size() > MOST_PORTS) {
            return "most on ports " + numbers;
        }
        return (busiest.size() == 1 ? "port " : "ports ") + numbers;
    }

    private String advice() {
        if (tally.packets() == 0) {
            return "Capture while a call is made, on the interface that it passes (tcpdump -i any takes all), and see"
                    + " that a filter lets SIP through.";
        }
        Optional<Undecoded> encrypted = undecoded.stream()
                .filter(loss -> loss.reason().equals(Loss.ENCRYPTED_SIP.word()))
                .findFirst();
        if (encrypted.isPresent()) {
            return "There is " + encrypted.get().detail()
                    + ": let the server log or mirror (HEP) the messages in clear,"
                    + " or decrypt them in Wireshark with the keys and save them by File, Export PDUs to File, which is"
                    + " read here.";
        }
        if (connectionsFailed) {
            return "No SIP could be sent on the connections that failed: put them right first, and capture again.";
        }
        if (undecoded.stream().anyMatch(loss -> loss.reason().equals(Loss.UNKNOWN_LINK_TYPE.word()))) {
            return "Frames of a link type that is not read here may hold it: capture on an Ethernet or \"any\""
                    + " interface.";
        }
        if (tally.mediaPackets() * 2 > tally.packets()) {
            return "Most of them look like RTP, the media of calls: their signalling goes another way or was filtered"
                    + " out; capture it too, where it passes, usually on port 5060 or 5061.";
        }
        return "SIP is recognised on any port: capture where it passes, on the PBX or border element if need be,"
                + " without a filter on ports.";
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
