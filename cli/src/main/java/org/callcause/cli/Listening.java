package org.callcause.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.callcause.CallReport;
import org.callcause.capture.hep.HepCounts;
import org.callcause.capture.hep.HepReceiver;
import org.callcause.live.Closing;
import org.callcause.live.LiveCalls;
import org.callcause.live.LiveCounts;
import org.callcause.message.Method;
import org.callcause.report.JsonLines;

/** Receivers, the analysis, the output and the figures, from their beginning to their end in order. */
final class Listening implements AutoCloseable {

    /**
     * What comes in.
     *
     * @param addresses where
     * @param key the authentication key that packets must have
     * @param tls who we are on those addresses that take TLS
     */
    record Feeds(List<FeedAddress> addresses, Optional<String> key, Optional<TlsIdentity> tls) {}

    private final Console console;
    private final ReportOutput output;
    private final boolean all;
    private final Figures figures = new Figures();
    private final Optional<RunRecord> record;
    private final LiveCalls calls;
    private final HepReceiver receiver;
    private final ScheduledExecutorService everySecond;
    private final Future<?> life;
    private final Optional<MetricsEndpoint> metrics;
    private boolean wrongKeyTold;
    private boolean closed;

    private Listening(
            LiveCalls.Builder builder,
            Feeds feeds,
            ReportOutput output,
            Optional<Path> record,
            boolean all,
            Optional<InetSocketAddress> metricsAddress,
            Console console)
            throws IOException {
        this.console = console;
        this.output = output;
        this.all = all;
        this.record = record.map(file -> new RunRecord(file, Instant.now()));
        this.everySecond = Executors.newSingleThreadScheduledExecutor(Listening::thread);
        this.calls = builder.listener(figures)
                .listener(this::write)
                .incidents(incident -> this.output.write(JsonLines.of(incident)))
                .scheduler(everySecond)
                .start();
        this.receiver = receiver(feeds);
        this.metrics = metricsAddress.isPresent()
                ? Optional.of(new MetricsEndpoint(metricsAddress.get(), this::prometheus))
                : Optional.empty();
        this.life = everySecond.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /**
     * Begins. What a killed run left open is said on standard error.
     *
     * @throws IOException if an address or the output cannot be used
     */
    static Listening begin(
            LiveCalls.Builder builder,
            Feeds feeds,
            ReportOutput output,
            Optional<Path> record,
            boolean all,
            Optional<InetSocketAddress> metricsAddress,
            Console console)
            throws IOException {
        record.flatMap(RunRecord::unfinished).ifPresent(console::complain);
        Listening listening = new Listening(builder, feeds, output, record, all, metricsAddress, console);
        console.complain("listening for HEP at " + listening.places() + listening.metricsPlace());
        return listening;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "callcause-every-second");
        thread.setDaemon(true);
        return thread;
    }

    private HepReceiver receiver(Feeds feeds) throws IOException {
        HepReceiver.Builder builder = HepReceiver.to(hep -> calls.offer(hep.message()));
        feeds.key().ifPresent(builder::key);
        for (FeedAddress feed : feeds.addresses()) {
            switch (feed.transport()) {
                case "tcp" -> builder.tcp(feed.address());
                case "tls" ->
                    builder.tls(
                            feed.address(),
                            feeds.tls()
                                    .orElseThrow(() -> CommandException.badInput("TLS needs a key: --tls-keystore"))
                                    .context());
                default -> builder.udp(feed.address());
            }
        }
        return builder.start();
    }

    /** Where it receives. */
    List<InetSocketAddress> addresses() {
        return receiver.addresses();
    }

    private String places() {
        return receiver.addresses().stream().map(Listening::place).collect(Collectors.joining(", "));
    }

    private static String place(InetSocketAddress address) {
        return address.getAddress().isAnyLocalAddress()
                ? "port " + address.getPort()
                : address.getHostString() + ":" + address.getPort();
    }

    private String metricsPlace() {
        return metrics.map(MetricsEndpoint::address)
                .map(address -> "; figures at http://" + address.getHostString() + ":" + address.getPort() + "/metrics")
                .orElse("");
    }

    private void write(CallReport report) {
        if (all || report.call().method().equals(Method.INVITE)) {
            output.write(JsonLines.of(report));
        }
    }

    private void look() {
        recordLife();
        if (!wrongKeyTold && receiver.counts().wrongKey() > 0) {
            wrongKeyTold = true;
            console.complain("packets without the right authentication key are coming in and are not taken");
        }
    }

    private void recordLife() {
        LiveCounts counts = calls.counts();
        try {
            if (record.isPresent()) {
                record.get().alive(Instant.now(), counts.open(), counts.reported());
            }
        } catch (IOException full) {
            // The figures go on without it, and the next start will know less.
            console.complain("the run could not be recorded: " + OneLine.of(full));
        }
    }

    /** The figures in Prometheus' form. */
    String prometheus() {
        return new FiguresText(
                        calls.counts(),
                        receiver.counts(),
                        figures.counts(calls.incidentFailures()),
                        output.unwritten(),
                        heap())
                .toString();
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Takes what has arrived, reports what is open, and says what came of it all. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        receiver.close();
        Closing closing = calls.close(LiveCalls.PATIENCE);
        life.cancel(false);
        everySecond.shutdownNow();
        try {
            everySecond.awaitTermination(1, TimeUnit.SECONDS);
            if (record.isPresent()) {
                record.get().ended(Instant.now(), calls.counts().reported());
            }
            output.close();
        } catch (IOException failed) {
            console.complain("the output could not be closed: " + OneLine.of(failed));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        metrics.ifPresent(MetricsEndpoint::close);
        console.complain(summary(calls.counts(), receiver.counts(), closing));
    }

    private String summary(LiveCounts live, HepCounts hep, Closing closing) {
        return "ended: " + live.taken() + " messages, " + live.reported() + " calls and exchanges, "
                + closing.open() + " of them still open; lost " + hep.lostByKernel() + " datagrams and "
                + (live.dropped() + live.refused() + closing.unread()) + " messages, "
                + (closing.unreported() + output.unwritten()) + " reports"
                + (live.late() == 0 ? "" : "; " + live.late() + " messages came after their call had been reported")
                + (hep.malformed() == 0 ? "" : "; " + hep.malformed() + " packets were not HEP")
                + (hep.wrongKey() == 0 ? "" : "; " + hep.wrongKey() + " packets had not the right key");
    }
}
