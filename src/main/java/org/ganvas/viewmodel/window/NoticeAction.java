package org.ganvas.viewmodel.window;

/**
 * A button beside a problem. FX thread.
 *
 * @param label of the button
 * @param work done on a click
 */
public record NoticeAction(String label, Runnable work) {}
