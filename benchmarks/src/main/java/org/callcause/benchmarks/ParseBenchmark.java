package org.callcause.benchmarks;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.callcause.message.CSeq;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.message.SipResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One message read, and from it the keys that a dialog tracker needs. One operation is one message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class ParseBenchmark {

    /** A power of two. */
    private static final int MESSAGES = 8_192;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Many different messages, or always the same INVITE or 200. */
    @Param({"mixed", "INVITE", "200"})
    public String corpus = "mixed";

    private final byte[][] messages = new byte[MESSAGES][];
    private final SipParser callcause = new SipParser();
    private final StringMsgParser jain = new StringMsgParser();
    private final SipMessage reference =
            callcause.parse("OPTIONS sip:a SIP/2.0\r\n\r\n").orElseThrow();
    private int next;

    /** Makes the messages, and makes sure that all three parsers read the same from each. */
    @Setup
    public void makeMessages() throws ParseException, IOException {
        List<Sent> mixed = Traffic.mixed(MESSAGES);
        Collections.shuffle(mixed, new Random(1));
        Set<String> different = new HashSet<>();
        long bytes = 0;
        for (int i = 0; i < MESSAGES; i++) {
            messages[i] = mixed.get(i).bytes();
            bytes += messages[i].length;
            different.add(Arrays.toString(messages[i]));
            Keys ours = Keys.of(callcause.parse(messages[i]).orElseThrow());
            check(ours, Keys.of(jain.parseSIPMessage(messages[i].clone(), true, false, null)));
            check(ours, Keys.of(io.pkts.packet.sip.SipMessage.frame(messages[i].clone())));
            if (lineFeeds(messages[i]) != plainLineFeeds(messages[i])) {
                throw new IllegalStateException("the scan miscounts");
            }
        }
        if (!corpus.equals("mixed")) {
            byte[] always = first(corpus.equals("200") ? "SIP/2.0 200" : corpus);
            Arrays.fill(messages, always);
        } else if (different.size() != MESSAGES) {
            throw new IllegalStateException("only " + different.size() + " different messages");
        }
        System.out.println(MESSAGES + " different messages, mean " + bytes / MESSAGES + " bytes");
    }

    private byte[] first(String startOfLine) {
        for (byte[] message : messages) {
            if (new String(message, StandardCharsets.US_ASCII).startsWith(startOfLine)) {
                return message;
            }
        }
        throw new IllegalStateException("no message begins with " + startOfLine);
    }

    private static void check(Keys ours, Keys theirs) {
        if (!ours.equals(theirs) || ours.callId().isEmpty() || ours.branch().isEmpty()) {
            throw new IllegalStateException(ours + " is not " + theirs);
        }
    }

    private byte[] next() {
        next = (next + 1) & (MESSAGES - 1);
        return messages[next];
    }

    /** The floor: every byte looked at once, eight at a time, and the line feeds counted. */
    @Benchmark
    public int lineFeeds() {
        return lineFeeds(next());
    }

    /** Callcause, as its own tracker reads: keys that are compared where they stand. */
    @Benchmark
    public void callcause(Blackhole blackhole) {
        SipMessage message = callcause.parse(next()).orElseThrow();
        blackhole.consume(message.callIdKey());
        blackhole.consume(message.sequence());
        blackhole.consume(message.sequenceMethod());
        blackhole.consume(message.hasToTag());
        blackhole.consume(message.hasSameFromTag(reference));
        blackhole.consume(message.hasSameBranch(reference));
        blackhole.consume(message instanceof SipResponse response ? response.status() : 0);
    }

    /** Callcause, with the keys as strings. */
    @Benchmark
    public void callcauseStrings(Blackhole blackhole) {
        SipMessage message = callcause.parse(next()).orElseThrow();
        blackhole.consume(message.callId().orElse(""));
        CSeq cseq = message.cseq().orElseThrow();
        blackhole.consume(cseq.number());
        blackhole.consume(cseq.method());
        blackhole.consume(message.fromTag().orElse(""));
        blackhole.consume(message.toTag().orElse(""));
        blackhole.consume(message.topBranch().orElse(""));
        blackhole.consume(message instanceof SipResponse response ? response.status() : 0);
    }

    /** Callcause, without asking for anything. */
    @Benchmark
    public Object callcauseParseOnly() {
        return callcause.parse(next());
    }

    /** JAIN-SIP. */
    @Benchmark
    public void jain(Blackhole blackhole) throws ParseException {
        SIPMessage message = jain.parseSIPMessage(next(), true, false, null);
        blackhole.consume(message.getCallId().getCallId());
        blackhole.consume(message.getCSeq().getSeqNumber());
        blackhole.consume(message.getCSeq().getMethod());
        blackhole.consume(message.getFromTag());
        blackhole.consume(message.getToTag());
        blackhole.consume(message.getTopmostVia().getBranch());
        blackhole.consume(message instanceof SIPResponse response ? response.getStatusCode() : 0);
    }

    /** pkts.io. */
    @Benchmark
    public void pkts(Blackhole blackhole) throws IOException {
        io.pkts.packet.sip.SipMessage message = io.pkts.packet.sip.SipMessage.frame(next());
        blackhole.consume(message.getCallIDHeader().getCallId());
        blackhole.consume(message.getCSeqHeader().getSeqNumber());
        blackhole.consume(message.getCSeqHeader().getMethod());
        blackhole.consume(message.getFromHeader().getTag());
        blackhole.consume(message.getToHeader().getTag());
        blackhole.consume(message.getViaHeader().getBranch());
        blackhole.consume(message.isResponse() ? message.toResponse().getStatus() : 0);
    }

    private static int lineFeeds(byte[] bytes) {
        int count = 0;
        int i = 0;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long difference = (long) LONGS.get(bytes, i) ^ LINE_FEEDS;
            // The exact test for zero bytes: a carry out of one byte must not mark the next.
            long zeroes = ~(((difference & ~HIGH_BITS) + ~HIGH_BITS) | difference) & HIGH_BITS;
            count += (int) (((zeroes >>> 7) * LOW_BITS) >>> 56);
        }
        for (; i < bytes.length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int plainLineFeeds(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }
}
