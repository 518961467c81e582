package org.ganvas.engine.state;

import org.ganvas.data.Histogram;

/**
 * One layer of a network at one moment. Immutable, any thread.
 *
 * @param name what it is, with its place
 * @param channels maps that come out of it; of a row, its numbers
 * @param height of each map
 * @param width of each map
 * @param weights its trained numbers; empty where it has none
 * @param activations what comes out of it
 */
public record LayerStatistics(
        String name, int channels, int height, int width, Histogram weights, Histogram activations) {}
