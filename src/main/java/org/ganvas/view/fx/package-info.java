/**
 * The toolkit's corners, each in one place: the only {@code runLater}, the only animation timer, dialogs, theme, fonts
 * and the small parts every pane is built of. FX thread, except {@link org.ganvas.view.fx.FxThread}, which is the way
 * onto it.
 */
@NullMarked
package org.ganvas.view.fx;

import org.jspecify.annotations.NullMarked;
