/** What D sees of images in training: augmentation, instance noise and diffusion. The thread of the caller. */
@NullMarked
package org.ganvas.engine.augment;

import org.jspecify.annotations.NullMarked;
