/** Evaluation of generators on the command line. The command's own thread. */
@NullMarked
package org.ganvas.cli.eval;

import org.jspecify.annotations.NullMarked;
