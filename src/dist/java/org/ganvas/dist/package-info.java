/** Makes the installer: what Maven built in, this system's package out. Main thread, at packaging only. */
@NullMarked
package org.ganvas.dist;

import org.jspecify.annotations.NullMarked;
