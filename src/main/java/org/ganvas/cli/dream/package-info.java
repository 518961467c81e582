/** Parts of the commands that change an image by a network's features. The command's own thread. */
@NullMarked
package org.ganvas.cli.dream;

import org.jspecify.annotations.NullMarked;
