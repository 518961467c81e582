/** Stages of a run that grows, on the timeline and as a dial. FX thread. */
@NullMarked
package org.ganvas.view.growth;

import org.jspecify.annotations.NullMarked;
