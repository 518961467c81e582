/**
 * Low-priority worker threads with a share of one core, and the buffers that hand them copies of weights. The
 * training thread offers and never waits.
 */
@NullMarked
package org.ganvas.session.background;

import org.jspecify.annotations.NullMarked;
