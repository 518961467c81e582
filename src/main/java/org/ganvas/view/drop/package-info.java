/**
 * Drag and drop of files and latents: a target says in one sentence what a drop will do, {@link
 * org.ganvas.view.drop.DropOverlay} shows it over the target while the drag lasts, and what no target takes is refused
 * with the reason. FX thread.
 */
@NullMarked
package org.ganvas.view.drop;

import org.jspecify.annotations.NullMarked;
