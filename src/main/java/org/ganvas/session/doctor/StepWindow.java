package org.ganvas.session.doctor;

/**
 * Means over a window of consecutive steps. Immutable, any thread.
 *
 * @param lastStep the last step of the window
 * @param discriminatorLoss adversarial loss of D
 * @param generatorLoss adversarial loss of G
 * @param realScore D's mean output for real images
 * @param fakeScore D's mean output for generated images
 * @param generatorGradient norm of G's gradient
 * @param discriminatorGradient norm of D's gradient
 */
public record StepWindow(
        long lastStep,
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        double generatorGradient,
        double discriminatorGradient) {}
