/** 2-D point datasets: built-in distributions and files of points. Immutable; any thread. */
@NullMarked
package org.ganvas.data.points;

import org.jspecify.annotations.NullMarked;
