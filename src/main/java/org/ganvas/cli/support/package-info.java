/** What all commands share: the environment they run in, progress, errors, Ctrl+C. The command's own thread. */
@NullMarked
package org.ganvas.cli.support;

import org.jspecify.annotations.NullMarked;
