package org.ganvas.data.drawing;

/** A place that a pen went through. Immutable; any thread. */
public record DrawnPlace(double x, double y) {}
