/** A session that only looks like one, for seeing and testing the window without training. Used on the FX thread. */
@NullMarked
package org.ganvas.fake;

import org.jspecify.annotations.NullMarked;
