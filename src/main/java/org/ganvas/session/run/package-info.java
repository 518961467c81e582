/**
 * What a run is, as plain records: what it was asked for, how far it is, its curves, its pictures, and a complete copy of
 * it. Made on the training thread, read on any; knows nothing of the desk that moves it.
 */
@NullMarked
package org.ganvas.session.run;

import org.jspecify.annotations.NullMarked;
