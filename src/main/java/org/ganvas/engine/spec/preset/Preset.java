package org.ganvas.engine.spec.preset;

import org.ganvas.engine.spec.GanSpec;

/**
 * A ready recipe.
 *
 * @param id what the command line calls it
 * @param name what people call it
 * @param sentence what to expect, one sentence
 * @param paper where it comes from
 * @param minutes minutes until it looks good on two cores, as measured
 * @param spec the recipe
 */
public record Preset(String id, String name, String sentence, String paper, double minutes, GanSpec spec) {}
