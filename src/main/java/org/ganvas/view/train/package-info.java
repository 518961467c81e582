/** Train screen: setup on the left, samples in the middle, charts on the right. FX thread. */
@NullMarked
package org.ganvas.view.train;

import org.jspecify.annotations.NullMarked;
