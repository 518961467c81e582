/**
 * Settings of a run as a user changes them: what lies between two specs and which of it a running run can take. Pure;
 * any thread.
 */
@NullMarked
package org.ganvas.engine.spec.setting;

import org.jspecify.annotations.NullMarked;
