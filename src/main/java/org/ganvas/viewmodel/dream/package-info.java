/** View models of the Dream screen: images, features, settings, the work in the background, its film. FX thread. */
@NullMarked
package org.ganvas.viewmodel.dream;

import org.jspecify.annotations.NullMarked;
