/** Benchmarks and soak tests of a session without a window. */
package org.ganvas.bench.session;
