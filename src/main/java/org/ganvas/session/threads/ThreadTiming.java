package org.ganvas.session.threads;

/**
 * How long a step of the run took with a number of native threads. Immutable, any thread.
 *
 * @param threads native threads, at least 1
 * @param seconds the median of the steps that were timed
 */
public record ThreadTiming(int threads, double seconds) {}
