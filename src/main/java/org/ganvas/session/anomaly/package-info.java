/** How unlike the data images are, by the encoder of a GAN. Background threads. */
@NullMarked
package org.ganvas.session.anomaly;

import org.jspecify.annotations.NullMarked;
