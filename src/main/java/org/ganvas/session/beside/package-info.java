/**
 * Work beside training: threads of their own that are handed copies of the generator and keep to a share of one core.
 * Offers come from the training thread, which never waits.
 */
@NullMarked
package org.ganvas.session.beside;

import org.jspecify.annotations.NullMarked;
