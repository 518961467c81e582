/** The Dream screen: features with their maps, the image, goals and settings. FX thread. */
@NullMarked
package org.ganvas.view.dream;

import org.jspecify.annotations.NullMarked;
