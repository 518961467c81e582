package org.ganvas.session.inspect;

import java.util.List;
import org.ganvas.engine.spec.Player;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The inside of both networks at one step. Immutable, any thread.
 *
 * @param run number of the run it belongs to
 * @param step whose weights they are
 * @param generated the fixed latents, drawn with them
 * @param generatedLogits D's verdict on each; not to be changed
 * @param real pictures of the data
 * @param realLogits D's verdict on each; not to be changed
 * @param player whose layers these are
 * @param layers histograms by layer; empty where nobody asked
 * @param maps of the layer asked for; null where nobody asked
 * @param nearest the nearest real picture of the one picked last; null where nobody asked
 */
public record InspectionResult(
        int run,
        long step,
        SampleGrid generated,
        float[] generatedLogits,
        SampleGrid real,
        float[] realLogits,
        Player player,
        List<LayerLook> layers,
        @Nullable FeatureMaps maps,
        @Nullable NearestImage nearest) {

    public InspectionResult {
        layers = List.copyOf(layers);
    }
}
