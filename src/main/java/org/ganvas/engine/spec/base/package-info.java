/** What the records of all spec packages share: the refusal of values that do not fit, and defaults of absent JSON. */
@NullMarked
package org.ganvas.engine.spec.base;

import org.jspecify.annotations.NullMarked;
