package org.ganvas.session.threads;

/**
 * Duration of a step of the run with a number of native threads. Immutable, any thread.
 *
 * @param threads native threads, at least 1
 * @param seconds median of the timed steps
 */
public record ThreadTiming(int threads, double seconds) {}
