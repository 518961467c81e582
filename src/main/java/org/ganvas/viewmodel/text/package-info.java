/** Texts of the window in the chosen language, and how numbers are written. */
@NullMarked
package org.ganvas.viewmodel.text;

import org.jspecify.annotations.NullMarked;
