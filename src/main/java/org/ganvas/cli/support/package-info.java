/** Parts that all commands share: environment, language, progress, errors, Ctrl+C. The command's own thread. */
@NullMarked
package org.ganvas.cli.support;

import org.jspecify.annotations.NullMarked;
