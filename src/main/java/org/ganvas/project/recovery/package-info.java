/**
 * Safety copies of unsaved runs, and their recovery after a crash. The one state of the project packages: the slot of
 * this process and its lock. Used on the {@code io} thread.
 */
@NullMarked
package org.ganvas.project.recovery;

import org.jspecify.annotations.NullMarked;
