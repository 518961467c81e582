package org.ganvas.data.transform;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.PointDensity;
import org.ganvas.data.PointTransform;
import org.ganvas.data.TranslationInputs;

/** Dataset derived from another one, which answers whatever is not overridden. Immutable; any thread. */
abstract class DerivedDataset implements Dataset {

    private final Dataset origin;
    private final DatasetInfo info;

    /**
     * @param origin dataset to derive from
     * @param info of the derived dataset
     */
    DerivedDataset(Dataset origin, DatasetInfo info) {
        this.origin = origin;
        this.info = info;
    }

    /** Dataset from which this one is derived. */
    final Dataset origin() {
        return origin;
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public DatasetReport report() {
        return origin.report();
    }

    @Override
    public int size() {
        return origin.size();
    }

    @Override
    public PointTransform pointTransform() {
        return origin.pointTransform();
    }

    @Override
    public PointTransform fittingTransform() {
        return origin.fittingTransform();
    }

    @Override
    public int label(int index) {
        return origin.label(index);
    }

    @Override
    public Optional<TranslationInputs> inputs() {
        return origin.inputs();
    }

    @Override
    public Optional<GaussianMixture> modes() {
        return origin.modes();
    }

    @Override
    public Optional<PointDensity> density() {
        return origin.density();
    }
}
