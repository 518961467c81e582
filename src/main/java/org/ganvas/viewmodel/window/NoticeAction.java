package org.ganvas.viewmodel.window;

/**
 * The way on from a problem, as a button beside its sentence. FX thread.
 *
 * @param label what the button is called
 * @param work what it does
 */
public record NoticeAction(String label, Runnable work) {}
