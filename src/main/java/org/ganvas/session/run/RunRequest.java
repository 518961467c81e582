package org.ganvas.session.run;

import org.ganvas.engine.spec.GanSpec;

/**
 * What a run is started from.
 *
 * @param presetId the preset it came from, for showing; the spec decides
 * @param spec networks, loss and training
 * @param dataId what {@code Datasets.open} takes
 * @param seed decides every random number of the run
 */
public record RunRequest(String presetId, GanSpec spec, String dataId, long seed) {}
