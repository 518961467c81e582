package org.ganvas.project.exchange;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ganvas.data.PointTransform;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.lab.PointLogits;

/**
 * 2-D points as a CSV table (RFC 4180) of x and y in the user's units, with every digit of double precision. Call it on a
 * thread that may wait for a file.
 */
public final class PointCsvExport {

    /** File name extension of a table. */
    public static final String EXTENSION = ".csv";

    private static final String HEADER = "x,y\n";
    private static final String JUDGED_HEADER = "x,y,kind,logit,probability\n";

    private PointCsvExport() {}

    /**
     * Writes a file, completely or not at all.
     *
     * @param points as the networks give them, x and y of each in turn
     * @throws ProjectException if it cannot be written
     */
    public static void save(float[] points, PointTransform transform, Path file) throws ProjectException {
        double[] data = transform.toData(points);
        ExportFileWriter.save(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
            writer.write(HEADER);
            for (int i = 0; i < data.length; i += 2) {
                writer.write(data[i] + "," + data[i + 1] + "\n");
            }
            writer.flush();
        });
    }

    /**
     * Writes real and generated points with D's answers, completely or not at all.
     *
     * @param probabilities whether the sigmoid of a logit is a probability; the column is empty otherwise
     * @return number of points
     * @throws ProjectException if it cannot be written
     */
    public static int saveLogits(PointLogits points, PointTransform transform, boolean probabilities, Path file)
            throws ProjectException {
        ExportFileWriter.save(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
            writer.write(JUDGED_HEADER);
            writeLogits(transform.toData(points.real()), points.realLogits(), "real", probabilities, writer);
            writeLogits(
                    transform.toData(points.generated()), points.generatedLogits(), "generated", probabilities, writer);
            writer.flush();
        });
        return points.realLogits().length + points.generatedLogits().length;
    }

    private static void writeLogits(double[] data, float[] logits, String kind, boolean probabilities, Writer writer)
            throws IOException {
        for (int i = 0; i < logits.length; i++) {
            String probability = probabilities ? Double.toString(1 / (1 + Math.exp(-logits[i]))) : "";
            writer.write(data[2 * i] + "," + data[2 * i + 1] + "," + kind + "," + logits[i] + "," + probability + "\n");
        }
    }

    /**
     * Writes the trajectory of the Dirac-GAN, completely or not at all.
     *
     * @param trajectory θ and ψ of each step in turn, from step 0
     * @throws ProjectException if it cannot be written
     */
    public static void saveTrajectory(double[] trajectory, Path file) throws ProjectException {
        ExportFileWriter.save(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
            writer.write("step,theta,psi\n");
            for (int i = 0; i < trajectory.length; i += 2) {
                writer.write(i / 2 + "," + trajectory[i] + "," + trajectory[i + 1] + "\n");
            }
            writer.flush();
        });
    }
}
