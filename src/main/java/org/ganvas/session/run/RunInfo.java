package org.ganvas.session.run;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LatentDimension;

/**
 * The run that is loaded.
 *
 * @param number counts the runs of this session, so that a view knows when everything is new
 * @param request what it was started from; the spec here is the one after live changes
 * @param dataName what people call the data
 * @param dataSize number of pictures in it
 * @param classNames names of the classes; empty where there are no labels
 */
public record RunInfo(int number, RunRequest request, String dataName, int dataSize, List<String> classNames) {

    public RunInfo {
        classNames = List.copyOf(classNames);
    }

    public GanSpec spec() {
        return request.spec();
    }

    /** What each latent dimension is. */
    public List<LatentDimension> latentDimensions() {
        return LatentDimension.of(spec());
    }
}
