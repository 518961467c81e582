/**
 * Benchmarks, checks and proofs: programs with a {@code main}, compiled with the tests and run by hand through the
 * Maven profiles {@code bench}, {@code prove} and {@code pictures}. They are no unit tests, because results depend on
 * the machine.
 */
package org.ganvas.bench;
