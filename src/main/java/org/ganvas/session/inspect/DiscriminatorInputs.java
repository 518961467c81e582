package org.ganvas.session.inspect;

import org.ganvas.session.run.SampleGrid;

/**
 * Some real and generated images as D sees them, augmented, noisy and diffused. Immutable, any thread.
 *
 * @param changed whether D sees anything but the images themselves
 */
public record DiscriminatorInputs(SampleGrid real, SampleGrid generated, boolean changed) {}
