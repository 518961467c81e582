package org.ganvas.session.run;

import java.util.List;
import org.ganvas.data.DatasetFingerprint;
import org.ganvas.data.PointTransform;
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
 * @param pointTransform between the units of the user's points and the numbers that the networks take; the identity for
 *     images
 */
public record RunInfo(
        int number,
        RunRequest request,
        String dataName,
        int dataSize,
        List<String> classNames,
        String dataFingerprint,
        PointTransform pointTransform) {

    public RunInfo {
        classNames = List.copyOf(classNames);
    }

    /** A run on data whose fingerprint is not known. */
    public RunInfo(int number, RunRequest request, String dataName, int dataSize, List<String> classNames) {
        this(number, request, dataName, dataSize, classNames, DatasetFingerprint.NONE);
    }

    /** A run on images, or on points as they are. */
    public RunInfo(
            int number,
            RunRequest request,
            String dataName,
            int dataSize,
            List<String> classNames,
            String dataFingerprint) {
        this(number, request, dataName, dataSize, classNames, dataFingerprint, PointTransform.IDENTITY);
    }

    /** The same run under another request. */
    public RunInfo withRequest(RunRequest changed) {
        return new RunInfo(number, changed, dataName, dataSize, classNames, dataFingerprint, pointTransform);
    }

    /** The same run, whose data has another name. */
    public RunInfo withDataName(String name) {
        return new RunInfo(number, request, name, dataSize, classNames, dataFingerprint, pointTransform);
    }

    public GanSpec spec() {
        return request.spec();
    }

    /** Meaning of each latent dimension. */
    public List<LatentDimension> latentDimensions() {
        return LatentDimension.of(spec());
    }
}
