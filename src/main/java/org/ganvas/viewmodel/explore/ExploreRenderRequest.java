package org.ganvas.viewmodel.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.jspecify.annotations.Nullable;

/** What the explorer wants drawn in one request, and which of the pictures is which. FX thread. */
final class ExploreRenderRequest {

    private final int patch;
    private final List<LatentPoint> points = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private boolean conditional;

    /** Pictures that come back as a list of their own, in the order in which they were added. */
    ExploreRenderRequest(int patch) {
        this.patch = patch;
    }

    /** Adds a part, perhaps empty. */
    void add(List<LatentPoint> part) {
        points.addAll(part);
        ends.add(points.size());
        conditional |= part.stream().anyMatch(point -> point.classWeights().length > 0);
    }

    LatentRequest request(boolean averaged) {
        return new LatentRequest(
                points.stream().map(LatentMath::drawn).toList(),
                Collections.nCopies(points.size(), 0),
                averaged,
                conditional ? points.stream().map(LatentPoint::classWeights).toList() : List.of(),
                this);
    }

    /** Pictures on a side of the first part. */
    int patch() {
        return patch;
    }

    /** The latents of the first part. */
    List<LatentPoint> patchPoints() {
        return points.subList(0, ends.get(0));
    }

    /** A part as a grid of so many columns; null if it is empty. */
    @Nullable
    SampleGrid part(SampleGrid drawn, int part, int columns) {
        int from = part == 0 ? 0 : ends.get(part - 1);
        int count = ends.get(part) - from;
        int size = drawn.shape().size();
        float[] pixels = new float[count * size];
        System.arraycopy(drawn.pixels(), from * size, pixels, 0, pixels.length);
        return count == 0
                ? null
                : new SampleGrid(drawn.shape(), count / columns, columns, pixels, new int[0], drawn.step());
    }

    /** The pictures of a part, one by one. */
    List<SampleGrid> singles(SampleGrid drawn, int part) {
        int from = part == 0 ? 0 : ends.get(part - 1);
        int size = drawn.shape().size();
        List<SampleGrid> all = new ArrayList<>();
        for (int i = from; i < ends.get(part); i++) {
            float[] pixels = new float[size];
            System.arraycopy(drawn.pixels(), i * size, pixels, 0, size);
            all.add(new SampleGrid(drawn.shape(), 1, 1, pixels, new int[0], drawn.step()));
        }
        return all;
    }
}
