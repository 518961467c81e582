package org.ganvas.viewmodel.project;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.ganvas.engine.spec.Player;
import org.ganvas.project.exchange.CurveExport;
import org.ganvas.project.exchange.ModelExport;
import org.ganvas.project.exchange.ModelImport;
import org.ganvas.project.exchange.NpzExport;
import org.ganvas.project.exchange.TorchExport;
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

/** Networks to and from other programs. Training goes on while a file is written. FX thread. */
public final class ImportExportViewModel implements SnapshotListener {

    private static final int SHEET_GAP = 2;
    private static final int SHEET_PIXELS = 2048;

    private final TrainingSession desk;
    private final TransportViewModel run;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private final FrameTasks chores;
    private final ReadOnlyBooleanProperty averaged;
    private final ReadOnlyBooleanWrapper hasRun = new ReadOnlyBooleanWrapper(false);
    private final BooleanBinding ready;
    private @Nullable RunRequest recipe;

    /**
     * @param averaged whether G's averaged weights are what is drawn, and so what is exported
     */
    public ImportExportViewModel(
            TrainingSession desk,
            TransportViewModel run,
            NoticesViewModel notices,
            UserPrompts prompts,
            FrameTasks chores,
            ReadOnlyBooleanProperty averaged) {
        this.desk = desk;
        this.run = run;
        this.notices = notices;
        this.prompts = prompts;
        this.chores = chores;
        this.averaged = averaged;
        ready = hasRun.and(chores.busyProperty().not());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        hasRun.set(snapshot.run() != null && snapshot.state() != RunState.LOADING);
        recipe = snapshot.run() == null ? null : snapshot.run().request();
    }

    // ---- Properties ----

    /** Whether there is a run to export or to take the rest of a recipe from, and no file is under way. */
    public BooleanBinding readyProperty() {
        return ready;
    }

    // ---- Commands ----

    /** Writes the generator as a Deeplearning4j model, with the weights that are drawn. */
    public void exportGenerator() {
        export("generator.zip", (capture, file) -> writeModel(capture, Player.GENERATOR, file));
    }

    /** Writes the discriminator as a Deeplearning4j model. */
    public void exportDiscriminator() {
        export("discriminator.zip", (capture, file) -> writeModel(capture, Player.DISCRIMINATOR, file));
    }

    /** Writes every array for NumPy. */
    public void exportArrays() {
        export("weights.npz", (capture, file) -> {
            int count = NpzExport.save(capture, file);
            return Messages.text("export.arrays.done", NumberFormats.count(count), file.getFileName());
        });
    }

    /** Writes a PyTorch script with its arrays beside it. */
    public void exportScript() {
        export("gan" + TorchExport.ENDING, (capture, file) -> {
            TorchExport.save(capture, file);
            return Messages.text(
                    "export.script.done",
                    NumberFormats.count(capture.state().step()),
                    file.getFileName(),
                    TorchExport.arraysOf(file).getFileName());
        });
    }

    /** Writes the curves as JSON. */
    public void exportCurves() {
        exportCurves("curves.json");
    }

    /** Writes the curves as a table. */
    public void exportTable() {
        exportCurves("curves.csv");
    }

    private void exportCurves(String name) {
        export(name, (capture, file) -> {
            int count = CurveExport.save(capture, file);
            return Messages.text("export.curves.done", NumberFormats.count(count), file.getFileName());
        });
    }

    /** Writes the grid as it was drawn last, with what it comes from inside. */
    public void exportImages() {
        export("pictures.png", (capture, file) -> {
            SampleGrid grid = capture.sampleGrid();
            if (grid == null || grid.shape().isPoint()) {
                return Messages.text("export.samples.none");
            }
            ImageExport.save(
                    grid,
                    ContactSheetStyle.fitting(grid, SHEET_GAP, SHEET_PIXELS),
                    ImageProvenance.of(capture.info(), grid.step()),
                    file);
            return Messages.text("export.samples.done", NumberFormats.count(grid.count()), file.getFileName());
        });
    }

    @FunctionalInterface
    private interface Writer {
        /** Writes and says what was done. */
        String write(RunCapture capture, Path file) throws ProjectException;
    }

    private void export(String name, Writer writer) {
        if (ready.get()) {
            prompts.chooseExport(name).ifPresent(file -> {
                CompletableFuture<RunCapture> captured = new CompletableFuture<>();
                desk.submit(new TrainingCommand.Capture(captured));
                chores.runAfter(captured, capture -> outcome(capture, file, writer));
            });
        }
    }

    private Runnable outcome(RunCapture capture, Path file, Writer writer) {
        try {
            String done = writer.write(capture, file);
            return () -> notices.say(done);
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }

    private String writeModel(RunCapture capture, Player player, Path file) throws ProjectException {
        ModelExport.save(capture, player, averaged.get(), file);
        boolean averages = ModelExport.averages(capture.info().spec(), player, averaged.get());
        String key = player == Player.DISCRIMINATOR
                ? "export.discriminator.done"
                : averages ? "export.generator.done.averaged" : "export.generator.done.raw";
        return Messages.text(
                key,
                NumberFormats.count(capture.state().step()),
                file.getFileName(),
                ModelExport.container(capture.info().spec(), player));
    }

    /** Takes up a Deeplearning4j generator of choice as a new run, asking first if trained work would be lost. */
    public void importModel() {
        if (ready.get()) {
            prompts.chooseModelToOpen().ifPresent(this::importModel);
        }
    }

    /** The same with a known file. */
    public void importModel(Path model) {
        RunRequest rest = recipe;
        if (rest != null && ready.get() && run.mayLoseWork("prompt.open")) {
            chores.run(() -> read(model, rest));
        }
    }

    private Runnable read(Path model, RunRequest rest) {
        try {
            RunCapture capture = ModelImport.load(new ModelImport.Models(model, null, 0), rest);
            return () -> {
                desk.submit(new TrainingCommand.Restore(capture));
                notices.say(Messages.text("import.done", model.getFileName()));
            };
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }
}
