/**
 * Measures while training: generators beside the data, through a network that was trained on it. All on the
 * {@code measure} thread; what was found goes into the run's log of measures.
 */
@NullMarked
package org.ganvas.session.measure;

import org.jspecify.annotations.NullMarked;
