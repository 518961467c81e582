/** Build of the installer of this system from Maven's output. Main thread, at packaging only (profile {@code dist}). */
@NullMarked
package org.ganvas.dist;

import org.jspecify.annotations.NullMarked;
