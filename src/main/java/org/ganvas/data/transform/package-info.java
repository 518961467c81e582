/** Datasets that show another dataset in another way: subsets, sizes, colours, rotations. Immutable; any thread. */
@NullMarked
package org.ganvas.data.transform;

import org.jspecify.annotations.NullMarked;
