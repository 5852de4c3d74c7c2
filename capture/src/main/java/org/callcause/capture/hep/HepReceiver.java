package org.callcause.capture.hep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * Receives HEP, versions 1 to 3, on any number of UDP, TCP and TLS ports: what Kamailio, OpenSIPS, Asterisk, FreeSWITCH
 * and Homer's agents send. Each port has a thread of its own, which all streams of that port share.
 *
 * <p>Nothing that is sent here stops it: what cannot be read is counted ({@link #counts}), a stream that sends something
 * else than HEP is closed, and memory is bounded by {@link HepLimits}. A message has the time that its agent tells,
 * unless the agent's clock is more than two seconds ahead of ours, or ten behind: then it is shifted to ours.
 *
 * <pre>{@code
 * try (HepReceiver receiver = HepReceiver.to(hep -> calls.offer(hep.message()))
 *         .udp(new InetSocketAddress("127.0.0.1", 9060))
 *         .start()) {
 *     Thread.currentThread().join();
 * }
 * }</pre>
 */
public final class HepReceiver implements AutoCloseable {

    /** What is to be received, and where. */
    public static final class Builder {

        private final Consumer<HepMessage> receiver;
        private final List<InetSocketAddress> udp = new ArrayList<>();
        private final List<InetSocketAddress> tcp = new ArrayList<>();
        private final List<TlsPort> tls = new ArrayList<>();
        private Optional<String> key = Optional.empty();
        private HepLimits limits = HepLimits.DEFAULT;
        private Clock clock = Clock.systemUTC();

        private Builder(Consumer<HepMessage> receiver) {
            this.receiver = Objects.requireNonNull(receiver, "receiver");
        }

        /** Receives datagrams at this address; port 0 takes any free one. */
        public Builder udp(InetSocketAddress address) {
            udp.add(Objects.requireNonNull(address, "address"));
            return this;
        }

        /** Accepts TCP connections at this address; port 0 takes any free one. */
        public Builder tcp(InetSocketAddress address) {
            tcp.add(Objects.requireNonNull(address, "address"));
            return this;
        }

        /** Accepts TLS connections at this address with the key of this context; port 0 takes any free one. */
        public Builder tls(InetSocketAddress address, SSLContext context) {
            tls.add(new TlsPort(
                    Objects.requireNonNull(address, "address"), Objects.requireNonNull(context, "context")));
            return this;
        }

        /** Reads only packets with this authentication key. Versions 1 and 2 have none and are refused then. */
        public Builder key(String authenticationKey) {
            key = Optional.of(authenticationKey);
            return this;
        }

        /** With other limits than {@link HepLimits#DEFAULT}. */
        public Builder limits(HepLimits other) {
            limits = Objects.requireNonNull(other, "other");
            return this;
        }

        /** With another clock than the system's. */
        public Builder clock(Clock other) {
            clock = Objects.requireNonNull(other, "other");
            return this;
        }

        /**
         * Opens the ports and begins to receive.
         *
         * @throws IOException if a port cannot be opened; then none is
         * @throws IllegalStateException if no port was named: nothing would ever be received
         */
        public HepReceiver start() throws IOException {
            if (udp.isEmpty() && tcp.isEmpty() && tls.isEmpty()) {
                throw new IllegalStateException("no port to receive at: name one with udp, tcp or tls");
            }
            HepReceiver made = new HepReceiver();
            try {
                for (InetSocketAddress address : udp) {
                    made.begin("udp", open("UDP", address, () -> new DatagramLoop(address, made.intake(this))));
                }
                for (InetSocketAddress address : tcp) {
                    made.begin("tcp", open("TCP", address, () -> streams(made, address, Optional.empty())));
                }
                for (TlsPort port : tls) {
                    made.begin(
                            "tls",
                            open("TLS", port.address, () -> streams(made, port.address, Optional.of(port.context))));
                }
                made.threads.forEach(Thread::start);
                return made;
            } catch (IOException | RuntimeException failed) {
                // The loops close their ports themselves when they run and are told to stop.
                made.stops.forEach(Runnable::run);
                made.threads.forEach(Thread::start);
                throw failed;
            }
        }

        private StreamLoop streams(HepReceiver made, InetSocketAddress address, Optional<SSLContext> context)
                throws IOException {
            return new StreamLoop(address, context, made.intake(this), limits, made.counters);
        }

        private interface Opening<T> {
            T open() throws IOException;
        }

        /** Says which port it was that could not be opened. */
        private static <T> T open(String transport, InetSocketAddress address, Opening<T> opening) throws IOException {
            try {
                return opening.open();
            } catch (IOException failed) {
                throw new IOException(
                        transport + " port " + address.getPort() + " cannot be opened: " + failed.getMessage(), failed);
            }
        }

        private record TlsPort(InetSocketAddress address, SSLContext context) {}
    }

    private final HepCounters counters = new HepCounters();
    private final List<InetSocketAddress> addresses = new ArrayList<>();
    private final List<DatagramLoop> datagrams = new ArrayList<>();
    private final List<Runnable> stops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private HepReceiver() {}

    /**
     * Begins to say what is to be received.
     *
     * @param receiver takes each message, on a thread of the receiver: it must not wait, and be safe for several threads
     *     where there are several ports. What it throws is counted and logged.
     */
    public static Builder to(Consumer<HepMessage> receiver) {
        return new Builder(receiver);
    }

    /** Where it receives, in the order UDP, TCP, TLS. */
    public List<InetSocketAddress> addresses() {
        return List.copyOf(addresses);
    }

    /** What was taken and refused so far. */
    public HepCounts counts() {
        return counters.now(
                datagrams.stream().mapToLong(DatagramLoop::lostByKernel).sum());
    }

    /** Closes the ports and waits until nothing more is handed over, for five seconds a port at most. */
    @Override
    public void close() {
        stops.forEach(Runnable::run);
        for (Thread thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private HepIntake intake(Builder wanted) {
        return new HepIntake(wanted.key, wanted.clock, counters, wanted.receiver);
    }

    private void begin(String name, DatagramLoop loop) throws IOException {
        addresses.add(loop.address());
        datagrams.add(loop);
        add(name, loop, loop::close);
    }

    private void begin(String name, StreamLoop loop) throws IOException {
        addresses.add(loop.address());
        add(name, loop, loop::close);
    }

    private void add(String name, Runnable loop, Runnable stop) {
        stops.add(stop);
        Thread thread = new Thread(loop, "callcause-hep-" + name);
        thread.setDaemon(true);
        threads.add(thread);
    }
}
