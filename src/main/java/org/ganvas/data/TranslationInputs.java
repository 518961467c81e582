package org.ganvas.data;

/**
 * Inputs of a translation, beside the dataset of its outputs. Immutable; any thread.
 *
 * @param images of the outputs' shape; where they are paired, as many as there are outputs
 * @param paired whether image i belongs to image i of the outputs; else the two are independent collections of any sizes
 */
public record TranslationInputs(Dataset images, boolean paired) {}
