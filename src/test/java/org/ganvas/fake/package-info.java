/** A fake session and its collaborators, for tests and a demo of the window without training. FX thread. */
@NullMarked
package org.ganvas.fake;

import org.jspecify.annotations.NullMarked;
