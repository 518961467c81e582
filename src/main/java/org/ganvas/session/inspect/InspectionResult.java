package org.ganvas.session.inspect;

import java.util.List;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * Inspection of both networks at one step. Immutable, any thread.
 *
 * @param run number of the run it belongs to
 * @param step of the weights
 * @param generated the sample grid rendered with them
 * @param generatedLogits D's logit of each; not to be changed
 * @param real real images in the same layout
 * @param realLogits D's logit of each; not to be changed
 * @param player the network whose layers these are
 * @param layers histograms by layer; empty where they were not requested
 * @param maps of the requested layer; null where there was none
 * @param nearest the real image nearest to the one selected last; null before
 * @param field D as a function of the plane; null where it was not requested
 * @param inputs images as D sees them; null where they were not requested
 */
public record InspectionResult(
        int run,
        long step,
        SampleGrid generated,
        float[] generatedLogits,
        SampleGrid real,
        float[] realLogits,
        Player player,
        List<LayerStatistics> layers,
        @Nullable FeatureMaps maps,
        @Nullable NearestImage nearest,
        @Nullable PointField field,
        @Nullable DiscriminatorInputs inputs) {

    public InspectionResult {
        layers = List.copyOf(layers);
    }
}
