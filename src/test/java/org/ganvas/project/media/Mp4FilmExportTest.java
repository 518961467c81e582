package org.ganvas.project.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.SampleGrid;
import org.jcodec.codecs.h264.H264Decoder;
import org.jcodec.common.Codec;
import org.jcodec.common.DemuxerTrack;
import org.jcodec.common.DemuxerTrackMeta;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.demuxer.MP4Demuxer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Mp4FilmExportTest {

    /** 16 pixels, magnified three times, and three times again because players are not made for stamps. */
    private static final int SIDE = 9 * 16;

    @TempDir
    Path folder;

    @Test
    void boxesFollowEachOtherToTheEndOfTheFile() throws Exception {
        ByteBuffer file = ByteBuffer.wrap(mp4(FilmFixtures.GREY, 30));
        Map<String, byte[]> boxes = new LinkedHashMap<>();
        while (file.hasRemaining()) {
            long length = Integer.toUnsignedLong(file.getInt());
            byte[] type = new byte[4];
            file.get(type);
            long head = length == 1 ? 16 : 8;
            long body = length == 1 ? file.getLong() - head : length - head;
            byte[] data = new byte[(int) body];
            file.get(data);
            boxes.put(new String(type, StandardCharsets.US_ASCII), data);
        }
        List<String> types = new ArrayList<>(boxes.keySet());
        assertEquals("ftyp", types.get(0));
        assertTrue(types.containsAll(List.of("mdat", "moov")), types.toString());
        assertEquals("uuid", types.get(types.size() - 1));
        ByteBuffer note = ByteBuffer.wrap(boxes.get("uuid"));
        assertEquals(0xBE7ACFCB97A942E8L, note.getLong());
        assertEquals(0x9C71999491E3AFACL, note.getLong());
        assertTrue(StandardCharsets.UTF_8.decode(note).toString().contains(XmpMetadata.SOURCE_TYPE));
    }

    @Test
    void itIsBaselineH264OfTheRightLength() throws Exception {
        DemuxerTrackMeta meta = track(mp4(FilmFixtures.COLOUR, 30)).getMeta();
        assertEquals(Codec.H264, meta.getCodec());
        assertEquals(FilmFixtures.COUNT, meta.getTotalFrames());
        assertEquals(FilmFixtures.COUNT / 30.0, meta.getTotalDuration(), 1e-6);
        assertEquals(SIDE, meta.getVideoCodecMeta().getSize().getWidth());
        assertEquals(SIDE, meta.getVideoCodecMeta().getSize().getHeight());
        byte[] configuration = meta.getCodecPrivate().array();
        assertEquals(66, configuration[meta.getCodecPrivate().position() + (configuration[3] == 1 ? 5 : 1)]);
    }

    @Test
    void decodedFramesLookLikeTheEncodedOnes() throws Exception {
        for (ImageShape shape : List.of(FilmFixtures.GREY, FilmFixtures.COLOUR)) {
            DemuxerTrack track = track(mp4(shape, 30));
            H264Decoder decoder = H264Decoder.createH264DecoderFromCodecPrivate(
                    track.getMeta().getCodecPrivate());
            int frames = 0;
            for (Packet packet = track.nextFrame(); packet != null; packet = track.nextFrame()) {
                Picture room = Picture.create(SIDE, SIDE, ColorSpace.YUV420J);
                Picture decoded = decoder.decodeFrame(packet.getData(), room.getData());
                Picture expected = YuvFrame.of(
                        ContactSheetPainter.render(
                                FilmFixtures.grid(shape, frames), new ContactSheetStyle(FilmFixtures.SCALE, 0)),
                        3);
                assertEquals(SIDE, decoded.getCroppedWidth());
                assertEquals(SIDE, decoded.getCroppedHeight());
                for (int plane = 0; plane < 3; plane++) {
                    double error = difference(expected.getPlaneData(plane), decoded.getPlaneData(plane));
                    assertTrue(error < 2, "frame %d plane %d: %.2f levels".formatted(frames, plane, error));
                }
                frames++;
            }
            assertEquals(FilmFixtures.COUNT, frames);
        }
    }

    /** The light background of a plot turned pink beside what moves. */
    @Test
    void aFlatBackgroundGetsNoTint() throws Exception {
        Path file = folder.resolve("flat.mp4");
        FilmFrames film = FilmFrames.of(30, Mp4FilmExportTest::plot, ProgressListener.NONE);
        FilmExport.save(film, FilmFormat.MP4, 10, Map.of(), file);
        DemuxerTrack track = track(Files.readAllBytes(file));
        H264Decoder decoder =
                H264Decoder.createH264DecoderFromCodecPrivate(track.getMeta().getCodecPrivate());
        for (int i = 0; i < 30; i++) {
            Picture room = Picture.create(256, 256, ColorSpace.YUV420J);
            Picture decoded = decoder.decodeFrame(track.nextFrame().getData(), room.getData());
            Picture expected = YuvFrame.of(plot(i), 1);
            for (int plane = 1; plane < 3; plane++) {
                for (int at = 112 * 128; at < 128 * 128; at++) {
                    int error = Math.abs(decoded.getPlaneData(plane)[at] - expected.getPlaneData(plane)[at]);
                    assertTrue(error <= 1, "frame %d plane %d at %d: %d levels".formatted(i, plane, at, error));
                }
            }
        }
    }

    /** A gradient that becomes paler, above a background. */
    private static BufferedImage plot(int frame) {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                double share = y < 200 ? Math.max(0, x / 255.0 - frame / 60.0) : 0;
                int red = (int) (0xFB - 24 * share);
                int green = (int) (0xFC - 98 * share);
                int blue = (int) (0xFD - 157 * share);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    @Test
    void oddSidesAreFilledUp() throws Exception {
        ImageShape odd = new ImageShape(1, 151, 129);
        FilmFrames film = FilmFrames.ofGrids(
                1, new ContactSheetStyle(1, 0), i -> RunFixtures.ramp(odd, 1, 1), ProgressListener.NONE);
        Path file = folder.resolve("odd.mp4");
        FilmExport.save(film, FilmFormat.MP4, 25, Map.of(), file);
        DemuxerTrack track = track(Files.readAllBytes(file));
        assertEquals(130, track.getMeta().getVideoCodecMeta().getSize().getWidth());
        assertEquals(152, track.getMeta().getVideoCodecMeta().getSize().getHeight());
    }

    @Test
    void greyStaysInTheStudioRange() {
        assertEquals(16 - 128, luma(-1));
        assertEquals(235 - 128, luma(1));
    }

    /** The brightness of one pixel. */
    private static int luma(float value) {
        float[] pixel = {value};
        SampleGrid dot = new SampleGrid(new ImageShape(1, 1, 1), 1, 1, pixel, new int[0], 0);
        return YuvFrame.of(ContactSheetPainter.render(dot, new ContactSheetStyle(2, 0)), 1)
                .getPlaneData(0)[0];
    }

    private static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    private byte[] mp4(ImageShape shape, double pace) throws ProjectException, IOException {
        Path file = folder.resolve("film.mp4");
        FilmExport.save(FilmFixtures.of(shape), FilmFormat.MP4, pace, Map.of(), file);
        return Files.readAllBytes(file);
    }

    private static DemuxerTrack track(byte[] file) throws IOException {
        return MP4Demuxer.createMP4Demuxer(ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(file)))
                .getVideoTrack();
    }
}
