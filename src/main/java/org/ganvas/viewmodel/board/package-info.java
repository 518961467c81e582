/** The board on which data of 2-D points is drawn: its tools, strokes and undo, and the way into a run. FX thread. */
@NullMarked
package org.ganvas.viewmodel.board;

import org.jspecify.annotations.NullMarked;
