/**
 * What the steps of a run depended on beside its seed and data, so that they can be taken again exactly. The training
 * thread's.
 */
@NullMarked
package org.ganvas.session.replay;

import org.jspecify.annotations.NullMarked;
