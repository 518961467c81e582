/**
 * Registry of the settings of a spec, and the difference of two specs: which settings differ, and which of them a running
 * run takes. Pure; any thread.
 */
@NullMarked
package org.ganvas.engine.spec.setting;

import org.jspecify.annotations.NullMarked;
