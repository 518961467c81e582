package org.ganvas.session.run;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LatentDimension;

/**
 * Identity and data of the loaded run. Immutable, any thread.
 *
 * @param number counts the runs of this session, so that a view recognises another one
 * @param request what it was started from, its spec after live changes
 * @param dataName name of the dataset for users
 * @param dataSize number of images or points in it
 * @param classNames names of the classes; empty where there are no labels
 */
public record RunInfo(int number, RunRequest request, String dataName, int dataSize, List<String> classNames) {

    public RunInfo {
        classNames = List.copyOf(classNames);
    }

    public GanSpec spec() {
        return request.spec();
    }

    /** Meaning of each latent dimension. */
    public List<LatentDimension> latentDimensions() {
        return LatentDimension.of(spec());
    }
}
