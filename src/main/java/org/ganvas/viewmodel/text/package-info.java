/** Texts of the window in the chosen language, names, glossary, and formats of numbers. */
@NullMarked
package org.ganvas.viewmodel.text;

import org.jspecify.annotations.NullMarked;
