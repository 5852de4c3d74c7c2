package org.callcause.capture.hep;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.capture.source.EndpointCache;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns packets into messages and hands them over, on one thread. */
final class HepIntake {

    private static final Logger LOG = LoggerFactory.getLogger(HepIntake.class);

    private final HepDecoder decoder;
    private final SipParser parser = new SipParser();
    private final EndpointCache endpoints = new EndpointCache();
    private final AgentClocks clocks = new AgentClocks();
    private final Clock clock;
    private final HepCounters counters;
    private final Consumer<HepMessage> receiver;
    private long index;

    HepIntake(Optional<String> key, Clock clock, HepCounters counters, Consumer<HepMessage> receiver) {
        this.decoder = new HepDecoder(key);
        this.clock = clock;
        this.counters = counters;
        this.receiver = receiver;
    }

    /** Takes one packet, which fills the range. */
    void packet(byte[] bytes, int offset, int end) {
        switch (decoder.decode(bytes, offset, end)) {
            case PAYLOAD -> payload();
            case OTHER -> counters.other.increment();
            case MALFORMED -> counters.malformed.increment();
            case WRONG_KEY -> counters.wrongKey.increment();
            case NOT_UNPACKED -> counters.notUnpacked.increment();
        }
    }

    private void payload() {
        int start = decoder.payloadStart();
        Optional<SipMessage> parsed = parser.parse(decoder.payloadBytes(), start, decoder.payloadEnd() - start);
        if (parsed.isEmpty()) {
            counters.notSip.increment();
            return;
        }
        SipMessage message = parsed.get().detach();
        CapturedMessage captured = CapturedMessage.of(
                ++index,
                time(),
                source(decoder.sourceHigh(), decoder.sourceLow(), decoder.sourcePort()),
                source(decoder.destinationHigh(), decoder.destinationLow(), decoder.destinationPort()),
                decoder.transport(),
                message);
        counters.messages.increment();
        handOver(new HepMessage(captured, decoder.captureAgent(), decoder.correlationId()));
    }

    private Endpoint source(long high, long low, int port) {
        return high == 0 && low == 0 ? Endpoint.UNKNOWN : endpoints.of(high, low, port);
    }

    private long time() {
        long arrival = EpochNanos.of(clock.instant());
        long time = clocks.ourTime(decoder.captureAgent(), decoder.nanos(), arrival);
        if (decoder.nanos() != HepDecoder.NO_TIME && time != decoder.nanos()) {
            counters.wrongClock.increment();
        }
        return time;
    }

    private void handOver(HepMessage message) {
        try {
            receiver.accept(message);
        } catch (Throwable thrown) {
            // Whatever it is, the port goes on.
            counters.failures.increment();
            LOG.warn("The receiver of HEP messages failed", thrown);
        }
    }
}
