/** How many native threads training uses: calibration, slowdowns, and the choice. The training thread. */
@NullMarked
package org.ganvas.session.threads;

import org.jspecify.annotations.NullMarked;
