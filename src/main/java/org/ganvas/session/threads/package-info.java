/** Number of native threads of the training: calibration, slowdowns, and the choice. The training thread. */
@NullMarked
package org.ganvas.session.threads;

import org.jspecify.annotations.NullMarked;
