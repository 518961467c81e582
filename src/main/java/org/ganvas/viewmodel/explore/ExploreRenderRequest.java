package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * A render request of the Explore screen, in parts that come back as grids of their own; it is the sign by which the screen
 * recognises its answers. FX thread.
 */
final class ExploreRenderRequest {

    private final int patchSide;
    private final List<LatentPoint> points = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private boolean conditional;

    /**
     * @param patchSide images on a side of the first part, the patch of the latent slice
     */
    ExploreRenderRequest(int patchSide) {
        this.patchSide = patchSide;
    }

    /** Adds a part, perhaps empty. */
    void add(List<LatentPoint> part) {
        points.addAll(part);
        ends.add(points.size());
        conditional |= part.stream().anyMatch(point -> point.classWeights().length > 0);
    }

    LatentRequest request(boolean averaged) {
        return new LatentRequest(
                points.stream().map(LatentPoint::latent).toList(),
                Collections.nCopies(points.size(), 0),
                averaged,
                conditional ? points.stream().map(LatentPoint::classWeights).toList() : List.of(),
                this,
                points.stream().map(LatentPoint::control).toList());
    }

    int patchSide() {
        return patchSide;
    }

    /** The latents of the first part. */
    List<LatentPoint> patchLatents() {
        return latents(0);
    }

    /** The latents of a part. */
    List<LatentPoint> latents(int part) {
        return points.subList(first(part), ends.get(part));
    }

    private int first(int part) {
        return part == 0 ? 0 : ends.get(part - 1);
    }

    private int count(int part) {
        return ends.get(part) - first(part);
    }

    /** A part of the answer as a grid; null if the part is empty. */
    @Nullable
    SampleGrid part(SampleGrid answer, int part, int columns) {
        return count(part) == 0 ? null : answer.slice(first(part), count(part) / columns, columns);
    }

    /** The images of a part of the answer, one by one. */
    List<SampleGrid> images(SampleGrid answer, int part) {
        List<SampleGrid> images = new ArrayList<>();
        for (int i = first(part); i < ends.get(part); i++) {
            images.add(answer.image(i));
        }
        return images;
    }
}
