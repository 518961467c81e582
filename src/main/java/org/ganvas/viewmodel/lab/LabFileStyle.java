package org.ganvas.viewmodel.lab;

import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.Dataset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.lab.LabLegend;
import org.ganvas.lab.LabPlotLayers;
import org.ganvas.lab.LabPlotter;
import org.ganvas.lab.LabScale;
import org.ganvas.lab.LatentPaths;
import org.ganvas.project.media.BundledPlotFont;
import org.ganvas.scatter.LayeredPlot;
import org.ganvas.scatter.LayeredPlotImage;
import org.ganvas.scatter.PlotLegend;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.lab.OfflineLab;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.TrainedData;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** How the Lab's plot is drawn in a file: as in the window, with a legend in its language. FX thread. */
final class LabFileStyle {

    private static final String PRINT = "lab.export.print";

    private final LabViewModel lab;
    private final Function<TrainedData, @Nullable Dataset> past;
    private final BooleanProperty print;

    /** @param past data that the run was trained on before, where that is known; any thread */
    LabFileStyle(LabViewModel lab, PreferenceStore preferences, Function<TrainedData, @Nullable Dataset> past) {
        this.lab = lab;
        this.past = past;
        print = new SimpleBooleanProperty(Boolean.parseBoolean(preferences.get(PRINT, "false")));
        print.addListener((property, old, now) -> preferences.put(PRINT, String.valueOf(now)));
    }

    /** Whether files are white, for print, and not in the colours of the window. */
    BooleanProperty printProperty() {
        return print;
    }

    ScatterPlotPalette palette() {
        return print.get() ? ScatterPlotPalette.PAPER : lab.palette();
    }

    /**
     * Everything that plots outside of the FX thread need, as it is when it is asked for. Immutable; its paths are used by one
     * thread.
     */
    record Plotting(
            RunInfo run,
            Dataset data,
            Function<TrainedData, @Nullable Dataset> past,
            LabPlotter.Style style,
            double gain,
            LatentPaths paths,
            ScatterPlotPalette palette) {

        /** Plots that come after the paths so far. */
        LabPlotter openNow() {
            return open(paths);
        }

        /** Plots from the beginning of the run. */
        LabPlotter openFromStart() {
            return open(new LatentPaths());
        }

        private LabPlotter open(LatentPaths begun) {
            LabScale scale = new LabScale(run.spec().loss());
            scale.keepGain(gain);
            return new LabPlotter(run, new OfflineLab(run, data, past), style, scale, begun);
        }
    }

    /**
     * What plots of further states need.
     *
     * @param scale pixels of the file for each of the screen, along either side
     */
    Plotting plotting(LabViewModel.Sight sight, Dataset data, int scale) {
        LabPlotter.Style style = new LabPlotter.Style(
                sight.area(),
                scale * even(sight.width()),
                scale * even(sight.height()),
                sight.bounds(),
                lab.layers().layers(),
                lab.layers().forceGridProperty().get(),
                legend(sight.run()));
        return new Plotting(sight.run(), data, past, style, lab.scale().gain(), lab.pathsSoFar(), palette());
    }

    /** The plot as it is seen. */
    LayeredPlot plot(LabViewModel.Sight sight) {
        PlotLegend legend =
                legend(sight.run()).of(sight.run(), sight.step(), sight.content(), sight.colours(), sight.sentence());
        return LabPlotLayers.plot(sight.content(), sight.bounds(), lab.transform(), legend);
    }

    private LabLegend legend(RunInfo run) {
        String id = run.request().presetId();
        String preset = PresetRegistry.find(id).map(DisplayNames::of).orElse(id);
        boolean averaged =
                lab.layers().averagedProperty().get() && run.spec().training().averagesWeights();
        return new LabLegend(preset, averaged, Messages::text);
    }

    /**
     * Size of an image with room for a legend.
     *
     * @param spare lines that others may be longer
     */
    static LayeredPlotImage size(LabViewModel.Sight sight, int scale, PlotLegend room, int spare) {
        // Marks as large as on the screen.
        double unit = scale * Math.max(0.6, Math.min(1.6, Math.sqrt(Math.min(sight.width(), sight.height()) / 420.0)));
        return new LayeredPlotImage(
                scale * even(sight.width()),
                scale * even(sight.height()),
                unit,
                BundledPlotFont.atScale(unit),
                room,
                spare);
    }

    private static int even(int pixels) {
        return Math.max(2, pixels - pixels % 2);
    }
}
