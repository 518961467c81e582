package org.ganvas.session.dream;

import org.ganvas.data.transform.PixelImage;

/**
 * One step of the work. Immutable, any thread.
 *
 * @param number of the step, from 1
 * @param total number of steps in all
 * @param image after it, of an octave's size, with the colours of the original where the features read none
 * @param objective energy, mean of the channel or loss before it
 * @param content loss of a style transfer before it
 * @param style loss of a style transfer before it
 */
public record DreamStep(int number, int total, PixelImage image, double objective, double content, double style) {}
