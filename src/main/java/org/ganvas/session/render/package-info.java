/**
 * Rendering samples with copies of the generator on the {@code explore} thread, beside training, which never waits
 * for it.
 */
@NullMarked
package org.ganvas.session.render;

import org.jspecify.annotations.NullMarked;
