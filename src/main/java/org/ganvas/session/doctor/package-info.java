/**
 * The doctor: diagnoses failure modes of training from step statistics and from generated samples. The training thread
 * counts statistics, the {@code doctor} thread generates samples and diagnoses, any thread reads the result. Detectors are
 * pure functions.
 */
@NullMarked
package org.ganvas.session.doctor;

import org.jspecify.annotations.NullMarked;
