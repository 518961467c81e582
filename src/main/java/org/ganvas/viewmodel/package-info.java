/**
 * What the rooms show and can do, one class a pane, with javafx.beans and javafx.collections only, so that every one of
 * them is tested without a window. All of it lives on the FX thread: {@link org.ganvas.viewmodel.WindowViewModel#pulse}
 * takes what the session left in its mailbox once a frame, and commands go the other way through the desks.
 */
@NullMarked
package org.ganvas.viewmodel;

import org.jspecify.annotations.NullMarked;
