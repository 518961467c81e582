/**
 * A run as plain records: what it was started from, its state, scalars, metrics, sample grids, bookmarks, and a complete
 * capture of it. Made on the training thread, read on any; the package knows nothing of the training loop.
 */
@NullMarked
package org.ganvas.session.run;

import org.jspecify.annotations.NullMarked;
