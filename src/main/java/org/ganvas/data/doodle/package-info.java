/**
 * The built-in set of handwritten-looking digits, drawn by the program from strokes. Pure functions of (seed, index);
 * any thread.
 */
@NullMarked
package org.ganvas.data.doodle;

import org.jspecify.annotations.NullMarked;
