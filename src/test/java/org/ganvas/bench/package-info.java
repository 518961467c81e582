/** Measurements, run by hand through the {@code bench} profile; never part of the tests. */
package org.ganvas.bench;
