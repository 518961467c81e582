/**
 * The back door: the command line over the same session, engine and project files as the window, without JavaFX. Runs on
 * the thread that called {@link org.ganvas.cli.GanvasCli#run}; only the hook for Ctrl+C is called by the JVM, and only
 * the step log by the training thread. Results go to standard output, everything else to standard error.
 */
@NullMarked
package org.ganvas.cli;

import org.jspecify.annotations.NullMarked;
