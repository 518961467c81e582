/** Parts that view models share: background tasks, prompts, preferences, undo. FX thread where nothing else is stated. */
@NullMarked
package org.ganvas.viewmodel.support;

import org.jspecify.annotations.NullMarked;
