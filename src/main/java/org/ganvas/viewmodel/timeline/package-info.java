/** The run's checkpoints: which one is selected, going back, and the time-lapse. FX thread. */
@NullMarked
package org.ganvas.viewmodel.timeline;

import org.jspecify.annotations.NullMarked;
