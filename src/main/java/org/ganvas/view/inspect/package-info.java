/** Inspection of both networks: scores, layers, feature maps, nearest real image. FX thread. */
@NullMarked
package org.ganvas.view.inspect;

import org.jspecify.annotations.NullMarked;
