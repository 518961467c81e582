/** The Train room: what to train with on the left, pictures in the middle, curves on the right. FX thread. */
@NullMarked
package org.ganvas.view.train;

import org.jspecify.annotations.NullMarked;
