/** The only place that knows ChartFX. FX thread. */
@NullMarked
package org.ganvas.view.chart;

import org.jspecify.annotations.NullMarked;
