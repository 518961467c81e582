/**
 * JavaFX utilities, each in one place: the only {@code runLater}, the only animation timer, dialogs, theme, fonts, and
 * the building blocks of panes. FX thread, except {@link org.ganvas.view.fx.FxThread}, which hands work over to it.
 */
@NullMarked
package org.ganvas.view.fx;

import org.jspecify.annotations.NullMarked;
