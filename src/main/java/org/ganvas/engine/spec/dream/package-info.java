/** Settings of an ascent on an image (DeepDream, activation maximisation, style transfer). Immutable; any thread. */
@NullMarked
package org.ganvas.engine.spec.dream;

import org.jspecify.annotations.NullMarked;
