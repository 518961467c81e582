/**
 * Checkpoints of a run, with their sample grids and weights, in bounded memory and on the disk. Recorded on the training
 * thread, thinned and spilled on the {@code history} thread, read on any.
 */
@NullMarked
package org.ganvas.session.history;

import org.jspecify.annotations.NullMarked;
