package org.ganvas.viewmodel.project;

/**
 * A run of a program that ended without closing, as it is offered back. Immutable.
 *
 * @param name preset and data
 * @param facts how far it was trained
 * @param place when it was kept, and the project it belongs to
 * @param picture a small PNG; empty where there is none; not to be changed
 */
public record RecoveryOffer(String name, String facts, String place, byte[] picture) {}
