package org.callcause;

/**
 * A part of the work of judging calls, handed to whoever was named for it in
 * {@link Callcause#stream(java.util.function.Consumer, Incidents, java.util.function.Consumer)}. To be run once, after those
 * that were handed over before it.
 */
@FunctionalInterface
public interface Judgement extends Runnable {

    /**
     * Does some of the work beforehand, in any order, before it is handed to another thread. A thread that would wait until
     * the one that judges has room may use its time so; left out, nothing is lost.
     */
    default void prepare() {}
}
