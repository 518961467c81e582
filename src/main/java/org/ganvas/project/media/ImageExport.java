package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.SampleGrid;

/** Export of a sample grid as a PNG with its provenance. Call it on a thread that may wait for a file. */
public final class ImageExport {

    private static final String NATIVE_FORMAT = "javax_imageio_png_1.0";

    private ImageExport() {}

    /**
     * Writes a file, completely or not at all.
     *
     * @param texts by keyword, as {@link ImageProvenance} gives them
     * @throws ProjectException if it cannot be written
     */
    public static void save(SampleGrid grid, ContactSheetStyle style, Map<String, String> texts, Path file)
            throws ProjectException {
        ExportFileWriter.save(file, out -> write(grid, style, texts, out));
    }

    /** Writes a sample grid to a stream, which stays open. */
    public static void write(SampleGrid grid, ContactSheetStyle style, Map<String, String> texts, OutputStream target)
            throws IOException {
        write(ContactSheetPainter.render(grid, style), texts, target);
    }

    /** Writes an image to a stream, which stays open. */
    static void write(BufferedImage image, Map<String, String> texts, OutputStream target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(target)) {
            writer.setOutput(out);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            metadata.mergeTree(NATIVE_FORMAT, texts(texts));
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode texts(Map<String, String> texts) throws IIOInvalidTreeException {
        IIOMetadataNode latin = new IIOMetadataNode("tEXt");
        IIOMetadataNode unicode = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> {
            if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
                latin.appendChild(latin(keyword, text));
            } else {
                unicode.appendChild(unicode(keyword, text));
            }
        });
        IIOMetadataNode root = new IIOMetadataNode(NATIVE_FORMAT);
        root.appendChild(latin);
        root.appendChild(unicode);
        return root;
    }

    private static IIOMetadataNode latin(String keyword, String text) {
        IIOMetadataNode node = new IIOMetadataNode("tEXtEntry");
        node.setAttribute("keyword", keyword);
        node.setAttribute("value", text);
        return node;
    }

    private static IIOMetadataNode unicode(String keyword, String text) {
        IIOMetadataNode node = new IIOMetadataNode("iTXtEntry");
        node.setAttribute("keyword", keyword);
        node.setAttribute("compressionFlag", "FALSE");
        node.setAttribute("compressionMethod", "0");
        node.setAttribute("languageTag", "");
        node.setAttribute("translatedKeyword", "");
        node.setAttribute("text", text);
        return node;
    }
}
