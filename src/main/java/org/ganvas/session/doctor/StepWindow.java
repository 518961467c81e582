package org.ganvas.session.doctor;

/**
 * The figures of some steps in a row, averaged. Immutable, any thread.
 *
 * @param lastStep the last of them
 * @param discriminatorLoss of the game
 * @param generatorLoss of the game
 * @param realScore what D gives real pictures
 * @param fakeScore what D gives generated ones
 * @param generatorGradient its length
 * @param discriminatorGradient its length
 */
public record StepWindow(
        long lastStep,
        double discriminatorLoss,
        double generatorLoss,
        double realScore,
        double fakeScore,
        double generatorGradient,
        double discriminatorGradient) {}
