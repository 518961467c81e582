package org.ganvas.viewmodel;

/**
 * The way on from a problem, as a button beside its sentence. FX thread.
 *
 * @param label what the button is called
 * @param work what it does
 */
public record Remedy(String label, Runnable work) {}
