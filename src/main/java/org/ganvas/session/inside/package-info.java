/**
 * What is seen when looking into the networks of a run: verdicts, layers, feature maps, the nearest real picture. Plain
 * records, made on the {@code inside} thread, read on any.
 */
@NullMarked
package org.ganvas.session.inside;

import org.jspecify.annotations.NullMarked;
