/** The Lab screen: layers of the plot of a run on 2-D points, steps of one network, slow motion. FX thread. */
@NullMarked
package org.ganvas.viewmodel.lab;

import org.jspecify.annotations.NullMarked;
