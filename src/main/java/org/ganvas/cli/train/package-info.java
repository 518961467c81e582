/** Training commands from their options to the saved project. The command's own thread. */
@NullMarked
package org.ganvas.cli.train;

import org.jspecify.annotations.NullMarked;
