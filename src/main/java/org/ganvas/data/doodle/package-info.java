/**
 * Built-in dataset of handwritten-looking digits, synthesized from strokes. Pure functions of (seed, index); any thread.
 */
@NullMarked
package org.ganvas.data.doodle;

import org.jspecify.annotations.NullMarked;
