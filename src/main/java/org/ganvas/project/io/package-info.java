/**
 * Files that appear completely or not at all, the formats inside them, and what can go wrong. Used on the {@code io}
 * thread.
 */
@NullMarked
package org.ganvas.project.io;

import org.jspecify.annotations.NullMarked;
