/**
 * What the Lab shows of a run on 2-D points, for the window and for files alike: layers, their scales, and the texts around
 * them. Needs no toolkit and no window, so that the command line writes the same plots.
 */
@NullMarked
package org.ganvas.lab;

import org.jspecify.annotations.NullMarked;
