package org.ganvas.project.exchange;

import java.nio.file.Path;
import org.ganvas.engine.dl4j.Dl4jExport;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.project.io.ExportFiles;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;

/**
 * A trained network as a zip that stock Deeplearning4j restores. Takes up to seconds: call it on the {@code io} thread.
 */
public final class ModelExport {

    private ModelExport() {}

    /**
     * Writes.
     *
     * @param averaged whether G's averaged weights are taken, where the run has them
     * @throws ProjectException with one sentence, if a layer has no counterpart or the file cannot be written
     */
    public static void save(RunCapture run, Player player, boolean averaged, Path file) throws ProjectException {
        try {
            ExportFiles.save(file, out -> Dl4jExport.write(run.info().spec(), run.state(), player, averaged, out));
        } catch (SpecException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether the exported weights are averages. */
    public static boolean averages(GanSpec spec, Player player, boolean averaged) {
        return averaged && player == Player.GENERATOR && spec.training().averagesWeights();
    }

    /** What Deeplearning4j calls the model, which decides how it is loaded. */
    public static String container(GanSpec spec, Player player) {
        return Dl4jExport.isGraph(spec, player) ? "ComputationGraph" : "MultiLayerNetwork";
    }
}
