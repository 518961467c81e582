/** Presets that match a dataset, and datasets that match a preset. Pure functions; any thread. */
@NullMarked
package org.ganvas.session.preset;

import org.jspecify.annotations.NullMarked;
