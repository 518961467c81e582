/**
 * The filing cabinet: what a run leaves on the disk. Project files are zips of readable JSON and NumPy arrays, pictures
 * are PNG, films are GIF, curves are CSV, so that everything opens without this program. Every file is written beside
 * its place and moved in when it is complete, so a failure never costs the last good one. Only the recovery folder has a
 * state: the slot of this process and its lock. Called on the {@code io} thread or the command line's own, never on the
 * FX thread.
 */
@NullMarked
package org.ganvas.project;

import org.jspecify.annotations.NullMarked;
