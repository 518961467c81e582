/** Controls that take a number or a choice, and the keys that go to them rather than to the window. FX thread. */
@NullMarked
package org.ganvas.view.control;

import org.jspecify.annotations.NullMarked;
