/**
 * The run as it went: moments with their pictures and weights, in bounded memory and on the disk. Recorded on the training
 * thread, read on any.
 */
@NullMarked
package org.ganvas.session.history;

import org.jspecify.annotations.NullMarked;
