package org.ganvas.viewmodel.project;

/**
 * Texts about a run of a program that ended without closing, for the offer to restore it. Immutable.
 *
 * @param name preset and dataset
 * @param progress steps and training time
 * @param place when the copy was written, and the project of the run
 * @param thumbnail small PNG; empty if there is none; not to be changed
 */
public record RecoveryOffer(String name, String progress, String place, byte[] thumbnail) {}
