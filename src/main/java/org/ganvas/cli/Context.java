package org.ganvas.cli;

import java.io.PrintStream;

/**
 * Where a command runs.
 *
 * @param backstage the machine
 * @param out for results
 * @param err for progress and problems
 * @param stop Ctrl+C
 */
record Context(Backstage backstage, PrintStream out, PrintStream err, StopSignal stop) {}
