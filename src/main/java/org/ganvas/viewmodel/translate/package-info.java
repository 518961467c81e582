/** View models of the Translate screen: an image in, an image out. FX thread. */
@NullMarked
package org.ganvas.viewmodel.translate;

import org.jspecify.annotations.NullMarked;
