/**
 * Mathematical typesetting of one line of text: fractions, roots, superscripts and subscripts, bars and hats. Own code,
 * because JLaTeXMath, the one library for JavaFX without a browser, is under the GPL, renders through AWT to bitmaps
 * that do not follow theme and scale, and has 1.5 MB. FX thread, where text is measured.
 */
@NullMarked
package org.ganvas.view.formula;

import org.jspecify.annotations.NullMarked;
