package org.ganvas.data.transform;

import java.util.List;
import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.ImageShape;

/** What another set shows in another way; everything it does not say itself is the other's. Immutable; any thread. */
abstract class DerivedDataset implements Dataset {

    private final Dataset origin;
    private final ImageShape shape;

    /** @param shape of the pictures as they are shown here */
    DerivedDataset(Dataset origin, ImageShape shape) {
        this.origin = origin;
        this.shape = shape;
    }

    /** The set this one is derived from. */
    final Dataset origin() {
        return origin;
    }

    @Override
    public String id() {
        return origin.id();
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public String remark() {
        return origin.remark();
    }

    @Override
    public int size() {
        return origin.size();
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return origin.classNames();
    }

    @Override
    public int label(int index) {
        return origin.label(index);
    }

    @Override
    public Optional<GaussianMixture> modes() {
        return origin.modes();
    }
}
