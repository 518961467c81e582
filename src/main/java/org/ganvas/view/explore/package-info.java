/** The latent panel: a slider for every direction, and the walk between two seeds. FX thread. */
@NullMarked
package org.ganvas.view.explore;

import org.jspecify.annotations.NullMarked;
