/**
 * Images and films for other programs: PNG, GIF, APNG, MP4, contact sheets and time-lapses, with their provenance. Used
 * by the thread that exports.
 */
@NullMarked
package org.ganvas.project.media;

import org.jspecify.annotations.NullMarked;
