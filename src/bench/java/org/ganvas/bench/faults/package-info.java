/** Checks with corrupted and hostile files, killed processes and resumed training. */
package org.ganvas.bench.faults;
