package org.ganvas.project.exchange;

import java.nio.file.Path;
import org.ganvas.engine.dl4j.Dl4jModelExport;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;

/** Trained networks as zips that Deeplearning4j restores. Takes up to seconds: call it on the {@code io} thread. */
public final class ModelExport {

    private ModelExport() {}

    /**
     * Writes a file.
     *
     * @param averaged whether G's averaged weights are exported, where the run has them
     * @throws ProjectException if a layer has no counterpart or the file cannot be written
     */
    public static void save(RunCapture run, Player player, boolean averaged, Path file) throws ProjectException {
        try {
            ExportFileWriter.save(
                    file, out -> Dl4jModelExport.write(run.info().spec(), run.state(), player, averaged, out));
        } catch (SpecException e) {
            throw new ProjectException(e.message(), e);
        }
    }

    /** Whether the exported weights are averaged ones. */
    public static boolean averages(GanSpec spec, Player player, boolean averaged) {
        return averaged && player == Player.GENERATOR && spec.training().averagesWeights();
    }

    /** Class of the model in Deeplearning4j, which decides how it is loaded. */
    public static String container(GanSpec spec, Player player) {
        return Dl4jModelExport.isGraph(spec, player) ? "ComputationGraph" : "MultiLayerNetwork";
    }
}
