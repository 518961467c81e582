/**
 * The doctor: what is wrong with a game, seen in its figures and in what G draws. The training thread counts the pulse,
 * the {@code doctor} thread draws and judges, the result is read on any. Detectors are pure functions.
 */
@NullMarked
package org.ganvas.session.doctor;

import org.jspecify.annotations.NullMarked;
