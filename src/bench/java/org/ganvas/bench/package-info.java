/** Measurements, run by hand through the {@code bench} profile; never part of the tests, which borrow some of the cases. */
package org.ganvas.bench;
