package org.ganvas.project.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;
import org.jspecify.annotations.Nullable;

/** Writer of a film as H.264 (baseline) in an MP4. Used by one thread at a time. */
final class Mp4FilmExport {

    /** UUID of the box that holds XMP (XMP part 3, MPEG-4). */
    private static final long[] XMP_BOX = {0xBE7ACFCB97A942E8L, 0x9C71999491E3AFACL};

    /** Shorter side in pixels below which a frame is magnified, for players and for the encoder's buffers. */
    private static final int MIN_SIDE = 128;

    private static final int TICKS = 1000;
    private static final int KEY_FRAME_INTERVAL = 30;

    /** Range of the motion search in pixels: frames change slowly, and larger motion is coded anew at little cost. */
    private static final int MOTION_SEARCH = 4;

    private final MP4Muxer muxer;
    private final H264Encoder encoder = new H264Encoder(new ConstantQuality());
    private final int timescale;
    private @Nullable MuxerTrack track;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int frames;

    private Mp4FilmExport(SeekableByteChannel out, double framesPerSecond) throws IOException {
        muxer = MP4Muxer.createMP4MuxerToChannel(out);
        timescale = (int) Math.round(framesPerSecond * TICKS);
        encoder.setKeyInterval(KEY_FRAME_INTERVAL);
        encoder.setMotionSearchRange(MOTION_SEARCH);
    }

    /** Writes a film to a channel, which stays open. */
    static void write(FilmFrames film, double framesPerSecond, SeekableByteChannel out) throws IOException {
        Mp4FilmExport mp4 = new Mp4FilmExport(out, framesPerSecond);
        film.forEach(mp4::add);
        mp4.muxer.finish();
        byte[] packet = XmpMetadata.bytes();
        ByteBuffer box = ByteBuffer.allocate(24 + packet.length)
                .putInt(24 + packet.length)
                .put(new byte[] {'u', 'u', 'i', 'd'})
                .putLong(XMP_BOX[0])
                .putLong(XMP_BOX[1])
                .put(packet)
                .flip();
        out.setPosition(out.size());
        out.write(box);
    }

    private void add(BufferedImage image) throws IOException {
        int shorter = Math.min(image.getWidth(), image.getHeight());
        Picture frame = YuvFrame.of(image, Math.max(1, (MIN_SIDE + shorter - 1) / shorter));
        MuxerTrack to = track == null ? addTrack(frame.getSize()) : track;
        track = to;
        VideoEncoder.EncodedFrame encoded = encoder.encodeFrame(frame, buffer.clear());
        ByteBuffer data = ByteBuffer.allocate(encoded.getData().remaining())
                .put(encoded.getData())
                .flip();
        to.addFrame(Packet.createPacket(
                data,
                (long) frames * TICKS,
                timescale,
                TICKS,
                frames,
                encoded.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER,
                null));
        frames++;
    }

    private MuxerTrack addTrack(Size size) {
        buffer = ByteBuffer.allocate(2 * size.getWidth() * size.getHeight() + (1 << 16));
        return muxer.addVideoTrack(Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420));
    }

    /**
     * Rate control of constant quality, whatever the size of the file. At 18 flat areas, light ones above all, got a tint of
     * up to 7 levels; at 15 it is 2, for a quarter more bytes.
     */
    private static final class ConstantQuality implements RateControl {
        private static final int QUANTISER = 15;

        @Override
        public int startPicture(Size size, int mostBytes, SliceType kind) {
            return QUANTISER;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
