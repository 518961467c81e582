package org.ganvas.project.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.message.Message;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.project.torch.TorchTrainingScript;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;

/**
 * A run as a PyTorch program of one file, with all its arrays as an {@code .npz} of the same name beside it. Takes up to
 * seconds: call it on the {@code io} thread.
 */
public final class PyTorchScriptExport {

    /** File name extension of a script. */
    public static final String EXTENSION = ".py";

    private static final System.Logger LOG = System.getLogger(PyTorchScriptExport.class.getName());
    private static final String GRID_LATENTS = "grid/latents";
    private static final int DEFAULT_ROWS = 8;
    private static final int MAX_COLUMNS = 64;

    private PyTorchScriptExport() {}

    /** File of the arrays of a script. */
    public static Path arraysOf(Path script) {
        String name = String.valueOf(script.getFileName());
        String stem = name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)
                ? name.substring(0, name.length() - EXTENSION.length())
                : name;
        return script.resolveSibling(stem + ".npz");
    }

    /**
     * Writes both files, the arrays first. The user names only the script, so arrays of another program are not replaced.
     *
     * @param script ends in {@code .py}
     * @throws ProjectException if a layer has no counterpart, a file cannot be written, or the arrays' place is taken
     */
    public static void save(RunCapture run, Path script) throws ProjectException {
        save(run, script, false);
    }

    /**
     * Writes both files, the arrays first.
     *
     * @param script ends in {@code .py}
     * @param replaceArrays whether the arrays may replace any file
     * @throws ProjectException if a layer has no counterpart or a file cannot be written
     */
    public static void save(RunCapture run, Path script, boolean replaceArrays) throws ProjectException {
        Path arrays = arraysOf(script);
        if (!replaceArrays && Files.exists(arrays) && !isOfScript(arrays, script)) {
            throw new ProjectException(Message.of("project.torch.arraysTaken", arrays));
        }
        SampleGridLayout grid = grid(run);
        String text = text(run, grid);
        NpzArrayExport.save(run, gridArrays(run.info().spec(), grid), arrays);
        ExportFileWriter.save(script, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether arrays were written here together with a script that is still beside them. */
    private static boolean isOfScript(Path arrays, Path script) {
        if (!Files.exists(script)) {
            return false;
        }
        try (ZipDirectoryReader zip = ZipDirectoryReader.open(arrays, ProjectLimits.MAX_ENTRIES)) {
            return zip.contains(GRID_LATENTS + NpzArrayExport.ENTRY_EXTENSION);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, arrays + " is of another program.", e);
            return false;
        }
    }

    private static String text(RunCapture run, SampleGridLayout grid) throws ProjectException {
        String id = run.info().request().presetId();
        try {
            return new TorchTrainingScript(
                            run.info().spec(),
                            PresetRegistry.find(id).orElse(null),
                            run.state().step(),
                            grid.rows(),
                            grid.columns(),
                            run.info().pointTransform())
                    .text();
        } catch (SpecException e) {
            throw new ProjectException(e.message(), e);
        }
    }

    /** The layout of the last sample grid, or one of the default size with a class in each column. */
    private static SampleGridLayout grid(RunCapture run) {
        GanSpec spec = run.info().spec();
        SampleGrid last = run.sampleGrid();
        int columns = spec.conditional() ? Math.min(MAX_COLUMNS, spec.classes()) : DEFAULT_ROWS;
        return SampleGridLayout.of(
                spec,
                last == null ? DEFAULT_ROWS : last.rows(),
                last == null ? columns : last.columns(),
                run.info().request().seed());
    }

    /** Latents and labels of the grid, so that the script renders the same one without other random numbers. */
    private static List<NamedArray> gridArrays(GanSpec spec, SampleGridLayout grid) {
        int[] labels = grid.labels(spec);
        float[] asFloats = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            asFloats[i] = labels[i];
        }
        return List.of(
                new NamedArray(GRID_LATENTS, new long[] {labels.length, spec.latentDim()}, grid.latents(spec)),
                new NamedArray("grid/labels", new long[] {labels.length}, asFloats));
    }
}
