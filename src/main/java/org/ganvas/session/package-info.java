/**
 * The control desk: runs training on the {@code training} thread, takes commands between two steps, and hands out
 * snapshots through a one-slot mailbox. Everything that leaves here is an immutable record or a copy. No JavaFX.
 */
@NullMarked
package org.ganvas.session;

import org.jspecify.annotations.NullMarked;
