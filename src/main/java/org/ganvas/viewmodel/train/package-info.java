/** View models of the Train screen: setup, transport, live settings, diagnosis, samples, inspection. FX thread. */
@NullMarked
package org.ganvas.viewmodel.train;

import org.jspecify.annotations.NullMarked;
