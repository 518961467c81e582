/** Which preset fits which data. Pure functions; any thread. */
@NullMarked
package org.ganvas.session.preset;

import org.jspecify.annotations.NullMarked;
