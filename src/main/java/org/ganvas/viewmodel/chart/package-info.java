/** Charts of training scalars and metrics: which, over which steps, and in which unit. FX thread. */
@NullMarked
package org.ganvas.viewmodel.chart;

import org.jspecify.annotations.NullMarked;
