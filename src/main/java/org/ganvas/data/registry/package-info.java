/**
 * Registry of datasets: the built-in ones, and opening of any dataset by the id that a user gives. Opening takes up to
 * seconds and belongs on a thread that may wait for a disk.
 */
@NullMarked
package org.ganvas.data.registry;

import org.jspecify.annotations.NullMarked;
