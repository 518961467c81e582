/** Ready-made settings for a GAN, read from {@code resources/presets}. Immutable; any thread. */
@NullMarked
package org.ganvas.engine.spec.preset;

import org.jspecify.annotations.NullMarked;
