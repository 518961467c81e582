/**
 * The command line: the same session, engine and project files as the window, without JavaFX. Runs on the thread that
 * calls {@link org.ganvas.cli.GanvasCli#run}; only the hook for Ctrl+C is called by the JVM, and only the step log by the
 * training thread. Results go to standard output, everything else to standard error. Messages are in the user's
 * language; lists, JSON and CSV do not depend on it.
 */
@NullMarked
package org.ganvas.cli;

import org.jspecify.annotations.NullMarked;
