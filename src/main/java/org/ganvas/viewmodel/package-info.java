/**
 * View models of the window: what screens and panes show and can do, with javafx.beans and javafx.collections only, so
 * that each is tested without a window. All of them live on the FX thread:
 * {@link org.ganvas.viewmodel.WindowViewModel#onFrame} takes the latest snapshot of the session and passes it on,
 * commands are submitted to the {@link org.ganvas.session.TrainingSession}.
 */
@NullMarked
package org.ganvas.viewmodel;

import org.jspecify.annotations.NullMarked;
