/**
 * Which datasets there are and how the name that a user gives becomes one. Opening takes a while and belongs on a
 * thread that may wait for a disk.
 */
@NullMarked
package org.ganvas.data.registry;

import org.jspecify.annotations.NullMarked;
