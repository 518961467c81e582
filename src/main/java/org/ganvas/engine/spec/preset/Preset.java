package org.ganvas.engine.spec.preset;

import org.ganvas.engine.spec.GanSpec;

/**
 * A ready-made spec with its description. Immutable, any thread.
 *
 * @param id as the command line takes it
 * @param name English display name
 * @param sentence what to expect, one English sentence
 * @param paper source
 * @param minutes measured minutes on two cores until the samples look good
 * @param spec with all settings
 */
public record Preset(String id, String name, String sentence, String paper, double minutes, GanSpec spec) {}
