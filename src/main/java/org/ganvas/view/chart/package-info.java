/** Line charts of a run, the only user of ChartFX. FX thread. */
@NullMarked
package org.ganvas.view.chart;

import org.jspecify.annotations.NullMarked;
