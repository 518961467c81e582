package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.SampleGrid;

/** Writer of an endless animated GIF, frame by frame. Used by one thread at a time. */
public final class AnimatedGifExport implements AutoCloseable {

    private static final String NATIVE_FORMAT = "javax_imageio_gif_image_1.0";
    private static final int CENTISECONDS = 100;

    /** The NETSCAPE2.0 block: sub-block 1, and 0 repetitions, which means endless. */
    private static final byte[] ENDLESS = {1, 0, 0};

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream out;
    private final ContactSheetStyle style;
    private final double framesPerSecond;
    private int frames;

    private AnimatedGifExport(OutputStream target, ContactSheetStyle style, double framesPerSecond) throws IOException {
        this.style = style;
        this.framesPerSecond = framesPerSecond;
        out = new MemoryCacheImageOutputStream(target);
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    /** Source of the frames, in order. */
    @FunctionalInterface
    public interface FrameSource {
        void writeTo(AnimatedGifExport gif) throws IOException;
    }

    /**
     * Writes a file, completely or not at all.
     *
     * @param framesPerSecond up to 50, because viewers slow faster films down to 10
     * @param film adds its frames, at least one
     * @throws ProjectException if it cannot be written
     */
    public static void save(ContactSheetStyle style, double framesPerSecond, FrameSource film, Path file)
            throws ProjectException {
        ExportFileWriter.save(file, out -> write(style, framesPerSecond, film, out));
    }

    /** Writes a film of sample grids to a stream, which stays open. */
    static void write(ContactSheetStyle style, double framesPerSecond, FrameSource film, OutputStream target)
            throws IOException {
        if (!(framesPerSecond > 0 && framesPerSecond <= 50)) {
            throw new IllegalArgumentException("A GIF shows up to 50 frames per second, not " + framesPerSecond + ".");
        }
        GifTrailerStream trailer = new GifTrailerStream(target);
        try (AnimatedGifExport gif = new AnimatedGifExport(trailer, style, framesPerSecond)) {
            film.writeTo(gif);
            gif.writer.endWriteSequence();
        }
        trailer.finish(GifTrailerStream.xmp());
    }

    /** Writes a film of rendered frames to a stream, which stays open. */
    static void write(FilmFrames film, double framesPerSecond, OutputStream target) throws IOException {
        write(new ContactSheetStyle(1, 0), framesPerSecond, gif -> film.forEach(gif::add), target);
    }

    /** Adds a frame; all frames have the same layout. */
    public void add(SampleGrid grid) throws IOException {
        add(ContactSheetPainter.render(grid, style));
    }

    /** Adds a rendered frame. */
    void add(BufferedImage sheet) throws IOException {
        BufferedImage frame = GifPalette.index(sheet);
        // Not createFromRenderedImage, which assumes the standard palette of any indexed image.
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        metadata.mergeTree(NATIVE_FORMAT, timing(metadata));
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
        // Written frames are dropped from memory.
        out.flushBefore(out.getStreamPosition());
        frames++;
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }

    private IIOMetadataNode timing(IIOMetadata metadata) {
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Long.toString(centisecondsTo(frames + 1) - centisecondsTo(frames)));
        IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        root.appendChild(control);
        if (frames == 0) {
            root.appendChild(endless());
        }
        return root;
    }

    /** Delays are whole hundredths of a second; rounding their sum keeps the length of the film exact. */
    private long centisecondsTo(int frame) {
        return Math.round(frame * CENTISECONDS / framesPerSecond);
    }

    private static IIOMetadataNode endless() {
        IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(ENDLESS.clone());
        IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
        all.appendChild(extension);
        return all;
    }
}
