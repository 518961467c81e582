package org.ganvas.cli.eval;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;

/**
 * Scores of images as a CSV table (RFC 4180), the same in every language. Call it on a thread that may wait for a file.
 */
public final class AnomalyTable {

    private static final String HEADER = "name,class,score,pixel_residual,feature_residual,share_below\n";

    private AnomalyTable() {}

    /**
     * One line.
     *
     * @param name of the image
     * @param className empty where it has none
     * @param score the higher, the less it is like the data
     * @param pixelResidual mean squared difference of the pixels
     * @param featureResidual mean squared difference of D's features
     * @param shareBelow share of held-out normal images with a lower score, 0 to 1; NaN where it is not known
     */
    public record Row(
            String name,
            String className,
            double score,
            double pixelResidual,
            double featureResidual,
            double shareBelow) {}

    /**
     * Writes a file, completely or not at all.
     *
     * @throws ProjectException if it cannot be written
     */
    public static void save(List<Row> rows, Path file) throws ProjectException {
        ExportFileWriter.save(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(HEADER);
            for (Row row : rows) {
                writer.write(quoted(row.name())
                        + ','
                        + quoted(row.className())
                        + ','
                        + row.score()
                        + ','
                        + row.pixelResidual()
                        + ','
                        + row.featureResidual()
                        + ','
                        + (Double.isNaN(row.shareBelow()) ? "" : Double.toString(row.shareBelow()))
                        + '\n');
            }
            writer.flush();
        });
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
