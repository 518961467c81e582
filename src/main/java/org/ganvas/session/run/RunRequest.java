package org.ganvas.session.run;

import org.ganvas.engine.spec.GanSpec;

/**
 * What a run is started from. Immutable, any thread.
 *
 * @param presetId the preset it came from, for display only
 * @param spec networks, objective and training
 * @param dataId id of the dataset in {@link org.ganvas.data.registry.DatasetRegistry}
 * @param seed of every random number of the run
 */
public record RunRequest(String presetId, GanSpec spec, String dataId, long seed) {

    /** The same run with other settings. */
    public RunRequest withSpec(GanSpec changed) {
        return new RunRequest(presetId, changed, dataId, seed);
    }

    /** The same run on data at another place. */
    public RunRequest withDataId(String id) {
        return new RunRequest(presetId, spec, id, seed);
    }
}
