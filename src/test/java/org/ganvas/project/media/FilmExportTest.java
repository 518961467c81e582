package org.ganvas.project.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.madgag.gif.fmsware.GifDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.ganvas.data.ProgressListener;
import org.ganvas.fake.FullDiskStream;
import org.ganvas.project.io.AtomicFileWriter;
import org.ganvas.project.io.ProjectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FilmExportTest {

    private static final int SIDE = 16 * FilmFixtures.SCALE;

    @TempDir
    Path folder;

    @Test
    void anotherLibraryOpensTheGif() throws Exception {
        Path file = folder.resolve("film.gif");
        FilmExport.save(FilmFixtures.of(FilmFixtures.GREY), FilmFormat.GIF, 30, Map.of(), file);
        GifDecoder gif = new GifDecoder();
        assertEquals(GifDecoder.STATUS_OK, gif.read(new ByteArrayInputStream(Files.readAllBytes(file))));
        assertEquals(FilmFixtures.COUNT, gif.getFrameCount());
        assertEquals(0, gif.getLoopCount(), "0 stands for ever");
        for (int i = 0; i < FilmFixtures.COUNT; i++) {
            BufferedImage frame = gif.getFrame(i);
            assertEquals(SIDE, frame.getWidth());
            assertEquals(SIDE, frame.getHeight());
            assertEquals(
                    0xff, frame.getRGB(FilmFixtures.SCALE * i + 1, 4 * FilmFixtures.SCALE + 1) & 0xff, "frame " + i);
            assertEquals(List.of(30, 40, 30).get(i % 3), gif.getDelay(i), "frame " + i);
        }
    }

    @Test
    void theGifSaysThatAModelMadeIt() throws Exception {
        Path file = folder.resolve("film.gif");
        FilmExport.save(FilmFixtures.of(FilmFixtures.COLOUR), FilmFormat.GIF, 10, Map.of(), file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("!\u00ff\u000bXMP DataXMP");
        assertTrue(start > 0);
        String packet = new String(XmpMetadata.bytes(), StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith(packet, start + 14));
        String trailer = text.substring(start + 14 + packet.length());
        assertEquals(258 + 1, trailer.length(), "the trailer of XMP and the byte that ends a GIF");
        assertTrue(trailer.startsWith("\u0001\u00ff\u00fe") && trailer.endsWith("\u0001\u0000\u0000;"));
        assertTrue(packet.contains("<Iptc4xmpExt:DigitalSourceType>" + XmpMetadata.SOURCE_TYPE));
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void aFilmThatIsStoppedLeavesNothing(FilmFormat format) throws IOException {
        Path file = folder.resolve("film" + format.extension());
        FilmFrames film = FilmFixtures.of(FilmFixtures.GREY, FilmFixtures.stopAfter(3));
        assertThrows(CancellationException.class, () -> FilmExport.save(film, format, 30, Map.of(), file));
        assertEquals(List.of(), names());
    }

    @ParameterizedTest
    @EnumSource(FilmFormat.class)
    void whereNothingCanBeWrittenOneSentenceSaysSo(FilmFormat format) {
        Path file = folder.resolve("no/film" + format.extension());
        ProjectException e = assertThrows(
                ProjectException.class,
                () -> FilmExport.save(FilmFixtures.of(FilmFixtures.GREY), format, 30, Map.of(), file));
        assertEquals(file + " could not be written: the folder does not exist; choose another place.", e.getMessage());
    }

    @Test
    void aFullDiskKeepsWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("film.gif"), "before");
        AtomicFileWriter.Content film = out -> AnimatedGifExport.write(FilmFixtures.of(FilmFixtures.GREY), 30, out);
        assertThrows(IOException.class, () -> AtomicFileWriter.write(file, film, new FullDiskStream(900)));
        assertEquals("before", Files.readString(file));
        assertEquals(List.of("film.gif"), names());
    }

    @Test
    void progressIsReportedFrameByFrame() throws ProjectException {
        StringBuilder reported = new StringBuilder();
        ProgressListener progress = new ProgressListener() {
            @Override
            public void report(double fraction) {
                reported.append(Math.round(fraction * FilmFixtures.COUNT)).append(' ');
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        FilmExport.save(
                FilmFixtures.of(FilmFixtures.GREY, progress), FilmFormat.GIF, 30, Map.of(), folder.resolve("film.gif"));
        assertEquals("1 2 3 4 5 6 7 ", reported.toString());
    }

    @Test
    void framesBecomeAFolderOfImages() throws Exception {
        Path target = folder.resolve("frames");
        FilmExport.saveFrames(
                FilmFixtures.of(FilmFixtures.COLOUR), Map.of(XmpMetadata.PNG_KEYWORD, XmpMetadata.packet()), target);
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(
                    List.of(1, 2, 3, 4, 5, 6, 7).stream()
                            .map("frame-000%d.png"::formatted)
                            .toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (int i = 0; i < FilmFixtures.COUNT; i++) {
            BufferedImage read = ImageIO.read(
                    target.resolve("frame-000%d.png".formatted(i + 1)).toFile());
            BufferedImage rendered = ContactSheetPainter.render(
                    FilmFixtures.grid(FilmFixtures.COLOUR, i), new ContactSheetStyle(FilmFixtures.SCALE, 0));
            assertArrayEquals(
                    rendered.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE), read.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE));
        }
        assertEquals(List.of("frames"), names());
        ProjectException e = assertThrows(
                ProjectException.class,
                () -> FilmExport.saveFrames(FilmFixtures.of(FilmFixtures.GREY), Map.of(), target));
        assertTrue(e.getMessage().contains("a file or folder of that name exists already"), e.getMessage());
    }

    @Test
    void aFolderThatIsStoppedLeavesNothing() throws IOException {
        FilmFrames film = FilmFixtures.of(FilmFixtures.GREY, FilmFixtures.stopAfter(2));
        assertThrows(
                CancellationException.class, () -> FilmExport.saveFrames(film, Map.of(), folder.resolve("frames")));
        assertEquals(List.of(), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
