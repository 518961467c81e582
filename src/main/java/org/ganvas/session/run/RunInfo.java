package org.ganvas.session.run;

import java.util.List;
import org.ganvas.data.DatasetFingerprint;
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
 * @param dataFingerprint see {@link DatasetFingerprint}; empty where it is not known
 */
public record RunInfo(
        int number,
        RunRequest request,
        String dataName,
        int dataSize,
        List<String> classNames,
        String dataFingerprint) {

    public RunInfo {
        classNames = List.copyOf(classNames);
    }

    /** A run on data whose fingerprint is not known. */
    public RunInfo(int number, RunRequest request, String dataName, int dataSize, List<String> classNames) {
        this(number, request, dataName, dataSize, classNames, DatasetFingerprint.NONE);
    }

    /** The same run under another request. */
    public RunInfo withRequest(RunRequest changed) {
        return new RunInfo(number, changed, dataName, dataSize, classNames, dataFingerprint);
    }

    public GanSpec spec() {
        return request.spec();
    }

    /** Meaning of each latent dimension. */
    public List<LatentDimension> latentDimensions() {
        return LatentDimension.of(spec());
    }
}
