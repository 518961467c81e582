/**
 * Files that appear completely or not at all, the formats inside project files, their limits, and the exceptions and
 * messages of failures. Used on the {@code io} thread or the command line's own.
 */
@NullMarked
package org.ganvas.project.io;

import org.jspecify.annotations.NullMarked;
