package org.callcause.rules.rfc3261.media;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.rule.Trigger;

/**
 * What a device counted of the RTP of its call and wrote into its BYE, or into its answer to one. No standard has these
 * headers: AVM, AudioCodes, Poly and baresip write X-RTP-Stat, Cisco's and TelcoBridges' gateways P-RTP-Stat, Cisco's
 * phones RTP-RxStat and RTP-TxStat, older ones RxStat and TxStat.
 *
 * @param message the message that carries them
 * @param headers the names of the headers
 * @param received the packets that arrived
 * @param sent the packets that left
 * @param lost those that the sequence numbers show missing among the received; absent where it is not told
 * @param missedByOther those of the sent that the other side reported missing; absent where it is not told
 * @param jitter as it is written: milliseconds with some makers, units of the timestamp with others
 */
record MediaCounters(
        TrackedMessage message,
        List<String> headers,
        long received,
        long sent,
        OptionalLong lost,
        OptionalLong missedByOther,
        Optional<String> jitter) {

    /** How one family of devices writes it. */
    private record Form(
            String received, String sent, Pattern packetsIn, Pattern packetsOut, Pattern missing, Pattern jitter) {

        Optional<MediaCounters> read(TrackedMessage carrier) {
            SipMessage message = carrier.message();
            String in = message.header(received).orElse("");
            String out = message.header(sent).orElse("");
            OptionalLong arrived = number(packetsIn, in, 1);
            OptionalLong left = number(packetsOut, out, 1);
            if (arrived.isEmpty() || left.isEmpty()) {
                return Optional.empty();
            }
            Matcher varying = jitter.matcher(in);
            return Optional.of(new MediaCounters(
                    carrier,
                    received.equals(sent) ? List.of(received) : List.of(received, sent),
                    arrived.getAsLong(),
                    left.getAsLong(),
                    number(missing, in, 1),
                    number(missing, in, 2),
                    varying.find() ? Optional.of(varying.group(1)) : Optional.empty()));
        }
    }

    private static final List<Form> FORMS =
            List.of(pairs("X-RTP-Stat"), pairs("P-RTP-Stat"), twoHeaders("RTP-"), twoHeaders(""));

    /** A call in which some message carries them. */
    static final Trigger CARRIED = FORMS.stream()
            .map(form -> Trigger.carries(form.received()))
            .reduce(Trigger::or)
            .orElseThrow();

    private static Form pairs(String header) {
        return new Form(
                header, header, field("PR", "(\\d{1,10})"), field("PS", "(\\d{1,10})"), missing("PL"), jitter("JI"));
    }

    private static Form twoHeaders(String prefix) {
        Pattern packets = field("Pkt", "(\\d{1,10})");
        return new Form(prefix + "RxStat", prefix + "TxStat", packets, packets, missing("LostPkt"), jitter("AvgJit"));
    }

    private static Pattern missing(String name) {
        return field(name, "(\\d{1,10})(?:,(\\d{1,10}))?");
    }

    private static Pattern jitter(String name) {
        return field(name, "(\\d{1,8}(?:\\.\\d{1,8})?)");
    }

    /** Fields stand behind commas with some makers and behind semicolons with others. */
    private static Pattern field(String name, String value) {
        return Pattern.compile("(?:^|[;,\\s])" + name + "=" + value + "(?=[;,\\s]|$)", Pattern.CASE_INSENSITIVE);
    }

    private static OptionalLong number(Pattern field, String text, int group) {
        Matcher found = field.matcher(text);
        return found.find() && found.groupCount() >= group && found.group(group) != null
                ? OptionalLong.of(Long.parseLong(found.group(group)))
                : OptionalLong.empty();
    }

    /** Those in the BYE that ended the call and in the answer to it. */
    static List<MediaCounters> of(Call call) {
        return call.bye().stream()
                .flatMap(bye -> Stream.concat(Stream.of(bye), answerTo(call, bye).stream()))
                .flatMap(message -> FORMS.stream()
                        .flatMap(form -> form.read(message).stream())
                        .limit(1))
                .toList();
    }

    private static Optional<TrackedMessage> answerTo(Call call, TrackedMessage bye) {
        return call.transactions(Method.BYE).stream()
                .filter(transaction -> transaction
                        .request()
                        .filter(request -> request.index() == bye.index())
                        .isPresent())
                .findFirst()
                .flatMap(Transaction::finalResponse)
                .filter(response -> response.status() / 100 == 2);
    }

    /** The lost among all that should have arrived, from 0 to 1. */
    double shareLost() {
        long missing = lost.orElse(0);
        return missing == 0 ? 0 : (double) missing / (missing + received);
    }
}
