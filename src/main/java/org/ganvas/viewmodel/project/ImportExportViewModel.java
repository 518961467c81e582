package org.ganvas.viewmodel.project;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.ganvas.engine.spec.Player;
import org.ganvas.project.exchange.ModelExport;
import org.ganvas.project.exchange.ModelImport;
import org.ganvas.project.exchange.NpzArrayExport;
import org.ganvas.project.exchange.PyTorchScriptExport;
import org.ganvas.project.exchange.ScalarCurveExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.TransportViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Import of Deeplearning4j models, and export of networks, arrays, curves and images. Training continues while a file is
 * written. FX thread.
 */
public final class ImportExportViewModel implements SnapshotListener {

    private static final int CONTACT_SHEET_GAP = 2;
    private static final int CONTACT_SHEET_PIXELS = 2048;

    private final TrainingSession session;
    private final TransportViewModel run;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final FrameTasks tasks;
    private final ReadOnlyBooleanProperty averaged;
    private final ReadOnlyBooleanWrapper hasRun = new ReadOnlyBooleanWrapper(false);
    private final BooleanBinding ready;
    private @Nullable RunRequest request;

    /**
     * @param averaged whether samples are generated, and networks exported, with the averaged weights of G
     */
    public ImportExportViewModel(
            TrainingSession session,
            TransportViewModel run,
            NoticesViewModel notices,
            UserPrompts prompts,
            FrameTasks tasks,
            ReadOnlyBooleanProperty averaged) {
        this.session = session;
        this.run = run;
        this.notices = notices;
        this.prompts = prompts;
        this.tasks = tasks;
        this.averaged = averaged;
        ready = hasRun.and(tasks.busyProperty().not());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        hasRun.set(snapshot.run() != null && snapshot.state() != RunState.LOADING);
        request = snapshot.run() == null ? null : snapshot.run().request();
    }

    // ---- Properties ----

    /** Whether there is a run and no file is being read or written. */
    public BooleanBinding readyProperty() {
        return ready;
    }

    // ---- Commands ----

    /** Exports the generator as a Deeplearning4j model, with the weights that generate the samples. */
    public void exportGenerator() {
        export("generator.zip", (capture, file) -> writeModel(capture, Player.GENERATOR, file));
    }

    /** Exports the discriminator as a Deeplearning4j model. */
    public void exportDiscriminator() {
        export("discriminator.zip", (capture, file) -> writeModel(capture, Player.DISCRIMINATOR, file));
    }

    /** Exports all arrays for NumPy. */
    public void exportArrays() {
        export("weights.npz", (capture, file) -> {
            int count = NpzArrayExport.save(capture, file);
            return Messages.text("export.arrays.done", NumberFormats.count(count), file.getFileName());
        });
    }

    /** Exports a PyTorch script with a file of arrays beside it. */
    public void exportScript() {
        export("gan" + PyTorchScriptExport.EXTENSION, (capture, file) -> {
            PyTorchScriptExport.save(capture, file);
            return Messages.text(
                    "export.script.done",
                    NumberFormats.count(capture.state().step()),
                    file.getFileName(),
                    PyTorchScriptExport.arraysOf(file).getFileName());
        });
    }

    /** Exports the training curves as JSON. */
    public void exportCurves() {
        exportCurves("curves.json");
    }

    /** Exports the training curves as CSV. */
    public void exportTable() {
        exportCurves("curves.csv");
    }

    private void exportCurves(String name) {
        export(name, (capture, file) -> {
            int count = ScalarCurveExport.save(capture, file);
            return Messages.text("export.curves.done", NumberFormats.count(count), file.getFileName());
        });
    }

    /** Exports the latest sample grid as a PNG with its provenance. */
    public void exportImages() {
        export("samples.png", (capture, file) -> {
            SampleGrid grid = capture.sampleGrid();
            if (grid == null || grid.shape().isPoint()) {
                return Messages.text("export.samples.none");
            }
            ImageExport.save(
                    grid,
                    ContactSheetStyle.fitting(grid, CONTACT_SHEET_GAP, CONTACT_SHEET_PIXELS),
                    ImageProvenance.of(capture.info(), grid.step()),
                    file);
            return Messages.text("export.samples.done", NumberFormats.count(grid.count()), file.getFileName());
        });
    }

    @FunctionalInterface
    private interface Writer {
        /** Writes the file and returns the remark to show. */
        String write(RunCapture capture, Path file) throws ProjectException;
    }

    private void export(String name, Writer writer) {
        if (ready.get()) {
            prompts.chooseExport(name).ifPresent(file -> {
                CompletableFuture<RunCapture> captured = new CompletableFuture<>();
                session.submit(new TrainingCommand.Capture(captured));
                tasks.runAfter(captured, capture -> outcome(capture, file, writer));
            });
        }
    }

    private Runnable outcome(RunCapture capture, Path file, Writer writer) {
        try {
            String done = writer.write(capture, file);
            return () -> notices.showRemark(done);
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    private String writeModel(RunCapture capture, Player player, Path file) throws ProjectException {
        ModelExport.save(capture, player, averaged.get(), file);
        boolean averagedExport = ModelExport.averages(capture.info().spec(), player, averaged.get());
        String key = player == Player.DISCRIMINATOR
                ? "export.discriminator.done"
                : averagedExport ? "export.generator.done.averaged" : "export.generator.done.raw";
        return Messages.text(
                key,
                NumberFormats.count(capture.state().step()),
                file.getFileName(),
                ModelExport.container(capture.info().spec(), player));
    }

    /** Starts a run from a Deeplearning4j generator, after a question if trained work would be lost. */
    public void importModel() {
        if (ready.get()) {
            prompts.chooseModelToOpen().ifPresent(this::importModel);
        }
    }

    /** Starts a run from the Deeplearning4j generator in a file; dataset and settings are those of the current run. */
    public void importModel(Path model) {
        RunRequest current = request;
        if (current != null && ready.get() && run.mayLoseWork("prompt.open")) {
            tasks.run(() -> read(model, current));
        }
    }

    private Runnable read(Path model, RunRequest current) {
        try {
            RunCapture capture = ModelImport.load(new ModelImport.Models(model, null, 0), current);
            return () -> {
                session.submit(new TrainingCommand.Restore(capture));
                notices.showRemark(Messages.text("import.done", model.getFileName()));
            };
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }
}
