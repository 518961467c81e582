package org.ganvas.lab;

import java.util.Set;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.ScatterPlotViewport;
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

    /** Space around the data when all of it is shown, as a share of its extent. */
    private static final double MARGIN = 0.4;

    private final RunInfo info;
    private final Style style;
    private final OfflineLab lab;
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

        /** A square with all of the data in its middle. */
        public static Style ofAll(PointBounds data, int side, Set<LabLayer> layers, LabLegend legend) {
            PointBounds bounds = around(data);
            ScatterPlotViewport square = ScatterPlotViewport.around(bounds, side, side);
            PointBounds area = new PointBounds(square.left(), square.yAt(side), square.xAt(side), square.top());
            return new Style(area, side, side, bounds, layers, false, legend);
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
     * @param lab that answers for the run; closed with this
     * @param scale of colours and arrows, which follows what is plotted
     * @param paths of some latents up to the first plot; those of later ones are added
     */
    public LabPlotter(RunInfo info, OfflineLab lab, Style style, LabScale scale, LatentPaths paths) {
        this.info = info;
        this.lab = lab;
        this.style = style;
        this.scale = scale;
        this.paths = paths;
        builder = new LabPlotBuilder(style.layers()::contains, scale::colours, scale::gain);
    }

    /** The area that is shown when all of the data is. */
    public static PointBounds around(PointBounds data) {
        return data.enlarged(MARGIN);
    }

    /** The plot of a state. */
    public LayeredPlot plot(CheckpointWeights weights) {
        LabResult result = lab.answer(weights, style.request());
        paths.add(result.step(), result.generated());
        scale.follow(result, false);
        LabPlotContent content = builder.build(result, info.spec().loss().equilibriumLogit(), paths, new float[0]);
        DiscriminatorOptimum optimum = result.optimum();
        return LabPlotLayers.plot(
                content,
                style.bounds(),
                result.real().transform(),
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
