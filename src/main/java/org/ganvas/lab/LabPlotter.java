package org.ganvas.lab;

import java.util.Set;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.session.background.CheckpointWeights;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.lab.OfflineLab;
import org.ganvas.session.run.RunInfo;

/**
 * Plots of the Lab at states of a run, one after the other and at every pixel, for files. Any one thread; holds native
 * memory until closed.
 */
public final class LabPlotter implements AutoCloseable {

    private final RunInfo info;
    private final Style style;
    private final OfflineLab lab;
    private final float[] still;
    private final LabScale scale;
    private final LatentPaths paths;
    private final LabPlotBuilder builder;

    /**
     * How every plot is drawn.
     *
     * @param area that is visible
     * @param width of the area in pixels
     * @param height of the area in pixels
     * @param bounds that are shown at least, inside of the area
     * @param layers that are shown
     * @param forceGrid whether forces stand on a grid
     * @param legend around it
     */
    public record Style(
            PointBounds area,
            int width,
            int height,
            PointBounds bounds,
            Set<LabLayer> layers,
            boolean forceGrid,
            LabLegend legend) {

        public Style {
            layers = Set.copyOf(layers);
        }

        private LabRequest request() {
            Set<Part> parts = LabLayer.parts(layers);
            parts.add(Part.EVERY_PIXEL);
            // Of the sentence, and of the scale, whatever is shown.
            parts.add(Part.FIELD);
            parts.add(Part.OPTIMUM);
            if (forceGrid && layers.contains(LabLayer.FORCES)) {
                parts.add(Part.FORCE_GRID);
            }
            return new LabRequest(area, width, height, parts, legend.averaged());
        }
    }

    /**
     * @param data of the run, at its own place
     * @param still real points that are shown, at their own place
     * @param scale of colours and arrows, which follows what is plotted
     * @param paths of some latents up to the first plot; those of later ones are added
     */
    public LabPlotter(
            RunInfo info, Dataset data, float[] still, Style style, LabScale scale, LatentPaths paths) {
        this.info = info;
        this.still = still;
        this.style = style;
        this.scale = scale;
        this.paths = paths;
        lab = new OfflineLab(info, data);
        builder = new LabPlotBuilder(style.layers()::contains, scale::colours, scale::gain);
    }

    /** The plot of a state. */
    public LayeredPlot plot(CheckpointWeights weights) {
        LabResult result = lab.answer(weights, style.request());
        paths.add(result.step(), result.generated());
        scale.follow(result, false);
        LabPlotContent content = builder.build(
                result, result.place().mapped(still), info.spec().loss().equilibriumLogit(), paths, new float[0]);
        DiscriminatorOptimum optimum = result.optimum();
        return LabPlotLayers.plot(
                content,
                style.bounds(),
                info.pointTransform(),
                style.legend()
                        .of(
                                info,
                                result.step(),
                                content,
                                LabLegend.colours(style.layers()),
                                optimum == null || !optimum.exists() ? null : LabTexts.gap(info.spec(), optimum)));
    }

    @Override
    public void close() {
        lab.close();
    }
}
