/** Safety copies of unsaved runs, and finding them after a crash. Used on the {@code io} thread. */
@NullMarked
package org.ganvas.project.recovery;

import org.jspecify.annotations.NullMarked;
