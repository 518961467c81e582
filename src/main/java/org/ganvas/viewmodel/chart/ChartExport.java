package org.ganvas.viewmodel.chart;

import java.nio.file.Path;
import org.ganvas.project.exchange.CurveCsvExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ScreenshotExport;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticesViewModel;

/** Export of charts as images and tables. FX thread. */
public final class ChartExport {

    private final CurvesViewModel curves;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final FrameTasks tasks;

    public ChartExport(CurvesViewModel curves, NoticesViewModel notices, UserPrompts prompts, FrameTasks tasks) {
        this.curves = curves;
        this.notices = notices;
        this.prompts = prompts;
        this.tasks = tasks;
    }

    /** Writes the file and returns the remark to show. */
    @FunctionalInterface
    private interface Writer {
        String write(Path file) throws ProjectException;
    }

    // ---- Commands ----

    /**
     * Exports an image of charts as a PNG.
     *
     * @param name proposed file name without extension
     * @param width in pixels
     * @param argb pixels, row by row
     */
    public void saveImage(String name, int width, int[] argb) {
        save(name + ".png", file -> {
            ScreenshotExport.save(width, argb, file);
            return Messages.text("chart.image.done", file.getFileName());
        });
    }

    /**
     * Exports the training curves as CSV.
     *
     * @param onlyWindow whether only the shown steps are exported
     */
    public void saveTable(boolean onlyWindow) {
        Curves now = curves.fullResolution(onlyWindow);
        save("curves.csv", file -> {
            int rows = CurveCsvExport.save(
                    now.byScalar(), now.metrics(), now.scale().batch(), file);
            return Messages.text("chart.table.done", NumberFormats.count(rows), file.getFileName());
        });
    }

    private void save(String name, Writer writer) {
        prompts.chooseExport(name, file -> tasks.run(() -> outcome(file, writer)));
    }

    private Runnable outcome(Path file, Writer writer) {
        try {
            String done = writer.write(file);
            return () -> notices.showSaved(done, file);
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }
}
