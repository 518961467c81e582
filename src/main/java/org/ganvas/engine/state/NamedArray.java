package org.ganvas.engine.state;

/**
 * A copy of one array of a network or optimizer. Immutable by convention, any thread.
 *
 * @param name path of the array, for example {@code generator/0.dense/weight}
 * @param shape its dimensions
 * @param values in C order, one for each element
 */
public record NamedArray(String name, long[] shape, float[] values) {}
