package org.callcause.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks with JMH, allocation and processor time measured, and prints what the figures mean as ratios. Takes
 * JMH's options.
 */
public final class Main {

    private Main() {}

    /** Runs the benchmarks that the arguments name; all without arguments. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions options = new CommandLineOptions(arguments);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(options)
                        .addProfiler(GCProfiler.class)
                        .addProfiler(ProcessorTime.class)
                        .build())
                .run();
        Ratios.of(results).forEach(System.out::println);
    }
}
