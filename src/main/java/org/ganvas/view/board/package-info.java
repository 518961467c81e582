/** The board of the Lab screen on which data is drawn. FX thread. */
@NullMarked
package org.ganvas.view.board;

import org.jspecify.annotations.NullMarked;
