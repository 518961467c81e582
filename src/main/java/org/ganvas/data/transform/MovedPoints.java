package org.ganvas.data.transform;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.PointDensity;
import org.ganvas.data.PointTransform;
import org.ganvas.data.SimilarityTransform;

/** Points of another dataset after a similarity of the plane, in the units that the networks take. Immutable; any thread. */
public final class MovedPoints extends DerivedDataset {

    private final SimilarityTransform place;

    private MovedPoints(Dataset origin, SimilarityTransform place) {
        super(origin, origin.info());
        this.place = place;
    }

    /** Points at a place; the dataset itself for the identity, and where it has no points. */
    public static Dataset of(Dataset origin, SimilarityTransform place) {
        return place.isIdentity() || !origin.shape().isPoint() ? origin : new MovedPoints(origin, place);
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        origin().copyImage(index, target, offset);
        place.map(target, offset, offset + 2);
    }

    @Override
    public Dataset withPointTransform(PointTransform transform) {
        return of(origin().withPointTransform(transform), place);
    }

    @Override
    public Optional<GaussianMixture> modes() {
        return origin().modes().map(mixture -> mixture.mapped(place));
    }

    @Override
    public Optional<PointDensity> density() {
        return origin().density().map(density -> density.mapped(place));
    }
}
