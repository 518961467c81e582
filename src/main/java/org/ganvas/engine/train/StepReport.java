package org.ganvas.engine.train;

/**
 * The figures of one step.
 *
 * @param discriminatorLoss in nats, before D's update
 * @param generatorLoss in nats, before G's update, against the updated D
 * @param realScore mean of sigmoid(D(x)) over the real batch
 * @param fakeScore mean of sigmoid(D(G(z))) over the generated batch, before D's update
 */
public record StepReport(double discriminatorLoss, double generatorLoss, double realScore, double fakeScore) {}
