package org.callcause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.call.CallLimits;
import org.callcause.dialog.CapturedMessage;
import org.callcause.incident.Incident;
import org.callcause.leg.LegSettings;
import org.callcause.rule.RuleEngine;
import org.callcause.rule.RuleSet;

/**
 * Says for every SIP call how it ended and why. Rules are found by {@link java.util.ServiceLoader}: put the rule
 * modules you want beside this library.
 *
 * <pre>{@code
 * Callcause callcause = Callcause.create();
 * try (CallStream calls = callcause.stream(report -> System.out.println(report.summary()))) {
 *     calls.add(time, from, to, Transport.UDP, bytes);
 * }
 * }</pre>
 *
 * <p>An instance is immutable but for the count of rule failures, and may serve any number of streams and threads.
 */
public final class Callcause {

    private final RuleSet rules;
    private final CallLimits limits;
    private final LegSettings legs;
    private final RuleEngine engine;

    private Callcause(RuleSet rules, CallLimits limits, LegSettings legs) {
        this.rules = Objects.requireNonNull(rules, "rules");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.legs = Objects.requireNonNull(legs, "legs");
        this.engine = new RuleEngine(rules);
    }

    /**
     * With the rules that are found and the usual limits. Where none are found, a warning is logged, and
     * {@link RuleSet#problems} says so.
     */
    public static Callcause create() {
        return new Callcause(RuleSet.discovered(), CallLimits.DEFAULT, LegSettings.DEFAULT);
    }

    /** With these rules and the usual limits. */
    public static Callcause with(RuleSet rules) {
        return new Callcause(rules, CallLimits.DEFAULT, LegSettings.DEFAULT);
    }

    /** With these rules and these limits. */
    public static Callcause with(RuleSet rules, CallLimits limits) {
        return new Callcause(rules, limits, LegSettings.DEFAULT);
    }

    /**
     * The same, with these settings for joining the legs of a call; for instance
     * {@code LegSettings.DEFAULT.withCorrelationHeader("X-Session")} where a border element writes such a header.
     */
    public Callcause joiningLegs(LegSettings settings) {
        return new Callcause(rules, limits, settings);
    }

    /** The rules in force. */
    public RuleSet rules() {
        return rules;
    }

    /**
     * Begins a running analysis.
     *
     * @param listener gets each call once, and may close the stream. What it throws comes out of the method of the stream
     *     that was called, which may be {@link CallStream#close}: the other calls that were due come with the next one
     */
    public CallStream stream(Consumer<CallReport> listener) {
        return new CallStream(engine, limits, legs, listener, Optional.empty(), Runnable::run);
    }

    /**
     * Begins a running analysis whose calls are also looked at together.
     *
     * @param listener as for {@link #stream(Consumer)}
     * @param incidents is told of each call; several streams may share it
     */
    public CallStream stream(Consumer<CallReport> listener, Incidents incidents) {
        return stream(listener, incidents, Runnable::run);
    }

    /**
     * The same, with the rules and the listener left to another thread: there they go on while the next messages are read
     * and followed, which takes about as long.
     *
     * @param judging runs what it is given in the order in which it got it, one at a time; calls wait in it, so it should
     *     be bounded. The figures of the stream about legs, and those of {@code incidents}, are to be asked for when it
     *     has run everything
     */
    public CallStream stream(Consumer<CallReport> listener, Incidents incidents, Consumer<? super Judgement> judging) {
        return new CallStream(
                engine, limits, legs, listener, Optional.of(Objects.requireNonNull(incidents, "incidents")), judging);
    }

    /**
     * Begins to look at calls together, by the incident rules in force.
     *
     * @param listener gets each incident when it is found, and again when it is over, under the lock of the
     *     {@link Incidents}; what it throws comes out of the method of the stream that was called
     */
    public Incidents incidents(Consumer<Incident> listener) {
        return new Incidents(rules, listener);
    }

    /** Analyses messages that are all there, in their order; the calls come in the order of their first message. */
    public List<CallReport> analyze(Iterable<CapturedMessage> messages) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = stream(reports::add)) {
            messages.forEach(stream::add);
        }
        reports.sort(Comparator.comparingLong(report -> report.call().firstIndex()));
        return List.copyOf(reports);
    }
}
