/**
 * A GAN as a readable PyTorch program: networks written out layer by layer, the losses, the training loop.
 * Parts that are the same for every GAN are Python files in {@code resources/torch}; the rest is written from the spec.
 * Pure functions from specs to text, any thread; nothing here touches the disk or the engine.
 */
@NullMarked
package org.ganvas.project.torch;

import org.jspecify.annotations.NullMarked;
