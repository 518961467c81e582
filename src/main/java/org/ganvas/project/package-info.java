/**
 * Project files ({@code .ganvas}): zips of readable JSON and NumPy arrays that open without this program. A file is
 * written beside its place and moved there when it is complete, so a failure never costs the last good one. No state.
 * Called on the {@code io} thread or the command line's own, never on the FX thread.
 */
@NullMarked
package org.ganvas.project;

import org.jspecify.annotations.NullMarked;
