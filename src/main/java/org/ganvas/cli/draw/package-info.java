/** Outputs of the drawing commands: sample grids, walks through latent space, scatter plots. The command's own thread. */
@NullMarked
package org.ganvas.cli.draw;

import org.jspecify.annotations.NullMarked;
