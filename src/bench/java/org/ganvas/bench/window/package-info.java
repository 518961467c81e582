/** Benchmarks, stress tests and screenshots of the real window. Most need a display. */
package org.ganvas.bench.window;
