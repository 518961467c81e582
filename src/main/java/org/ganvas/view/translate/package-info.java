/** Translate screen: the drawing board as the input of a translation, and what becomes of it. FX thread. */
@NullMarked
package org.ganvas.view.translate;

import org.jspecify.annotations.NullMarked;
