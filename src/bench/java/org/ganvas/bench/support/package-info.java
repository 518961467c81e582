/** Measurement of CPU time, memory and processes, shared by the benchmarks. */
package org.ganvas.bench.support;
