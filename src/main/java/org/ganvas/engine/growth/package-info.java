/** What networks that grow stage by stage see of real images. On the thread of the caller. */
@NullMarked
package org.ganvas.engine.growth;

import org.jspecify.annotations.NullMarked;
