package org.callcause.cli;

import java.util.Map;
import org.callcause.capture.hep.HepCounts;
import org.callcause.live.LiveCounts;

/** The figures of a listening process, for Prometheus. */
final class FiguresText {

    private static final double NANOS = 1e9;

    private final PrometheusText text = new PrometheusText();

    FiguresText(LiveCounts live, HepCounts hep, Map<String, Long> reported, long unwritten, long heap) {
        reported.forEach((sample, count) -> text.counter(help(sample), sample, count));
        text.gauge("Calls followed now.", "callcause_calls_open", live.open());
        text.counter("Calls reported early, too many were open.", "callcause_calls_evicted_total", live.evicted());
        text.counter("Messages taken.", "callcause_messages_total", live.taken());
        text.gauge("Messages taken and not read yet.", "callcause_messages_queued", live.queued());
        dropped("queue-full", live.dropped());
        dropped("call-too-long", live.droppedOfCalls());
        dropped("late", live.late());
        dropped("closed", live.refused());
        text.counter("Reports that could not be written.", "callcause_reports_unwritten_total", unwritten);
        text.counter("What listeners threw.", "callcause_listener_failures_total", live.listenerFailures());
        text.counter("What Callcause itself threw.", "callcause_faults_total", live.faults());
        text.summary(
                "Messages read, and the time they took.",
                "callcause_processing_seconds",
                live.read(),
                live.processing().toNanos() / NANOS);
        packets(hep);
        text.gauge("Heap in use.", PrometheusText.sample("jvm_memory_used_bytes", "area", "heap"), heap);
    }

    private static String help(String sample) {
        if (sample.startsWith("callcause_further_legs")) {
            return "Legs of these calls that came of other legs, by outcome.";
        }
        if (sample.startsWith("callcause_diagnoses")) {
            return "Diagnoses of reported calls.";
        }
        return sample.startsWith("callcause_rule") ? "What rules threw." : "Reported, by outcome.";
    }

    private void dropped(String reason, long count) {
        text.counter(
                "Messages lost.", PrometheusText.sample("callcause_messages_dropped_total", "reason", reason), count);
    }

    private void packets(HepCounts hep) {
        packets("message", hep.messages());
        packets("other", hep.other());
        packets("malformed", hep.malformed());
        packets("wrong-key", hep.wrongKey());
        packets("not-unpacked", hep.notUnpacked());
        packets("not-sip", hep.notSip());
        text.counter("Datagrams the kernel dropped.", "callcause_hep_lost_by_kernel_total", hep.lostByKernel());
        text.counter("Messages whose agent has a wrong clock.", "callcause_hep_wrong_clock_total", hep.wrongClock());
        text.gauge("HEP streams open now.", "callcause_hep_streams", hep.connections());
        closed("slow", hep.slow());
        closed("evicted", hep.evicted());
        closed("broken", hep.broken());
    }

    private void packets(String outcome, long count) {
        text.counter("HEP packets.", PrometheusText.sample("callcause_hep_packets_total", "outcome", outcome), count);
    }

    private void closed(String reason, long count) {
        text.counter(
                "HEP streams closed by us.",
                PrometheusText.sample("callcause_hep_streams_closed_total", "reason", reason),
                count);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
