/**
 * The training thread and its session: takes commands between two steps, notifies listeners of the run, and publishes
 * snapshots through a one-slot mailbox. Everything that leaves here is an immutable record or a copy. No JavaFX.
 */
@NullMarked
package org.ganvas.session;

import org.jspecify.annotations.NullMarked;
