/**
 * Formulas as they stand in papers, from one line of text: fractions, roots, raised and lowered parts, bars and hats.
 * Written here because the one library that does this for JavaFX programs without a browser, JLaTeXMath, is under the GPL,
 * draws through AWT as pictures that do not follow theme and scale, and brings 1.5 MB for what a hundred lines do. Pure
 * but for the measuring of text, which belongs to the FX thread.
 */
@NullMarked
package org.ganvas.view.formula;

import org.jspecify.annotations.NullMarked;
