package org.ganvas.project.exchange;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ganvas.data.PointTransform;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;

/**
 * Generated 2-D points as a CSV table (RFC 4180) of x and y in the user's units, with every digit of double precision. Call
 * it on a thread that may wait for a file.
 */
public final class PointCsvExport {

    /** File name extension of a table. */
    public static final String EXTENSION = ".csv";

    private static final String HEADER = "x,y\n";

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
}
