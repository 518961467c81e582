package org.ganvas.viewmodel.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.ganvas.data.DataException;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingText;
import org.ganvas.project.io.AtomicFileWriter;
import org.ganvas.viewmodel.support.FrameListener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is on the board in a file, soon after each change, and brings it back at the next start. A file that cannot be
 * written or read costs nothing but that. FX thread; files on the executor.
 */
public final class DrawingAutosave implements FrameListener {

    private static final System.Logger LOG = System.getLogger(DrawingAutosave.class.getName());

    /** From a change to its file, and from one file to the next. */
    private static final long PAUSE_NANOS = 500_000_000;

    private final PointBoardViewModel board;
    private final Path file;
    private final Executor io;
    private final AtomicReference<@Nullable Drawing> read = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private Drawing written = Drawing.EMPTY;
    private Drawing seen = Drawing.EMPTY;
    private long changed;
    private boolean loaded;

    /**
     * @param file that is read now, on the executor
     * @param io reads and writes files, one after the other
     */
    public DrawingAutosave(PointBoardViewModel board, Path file, Executor io) {
        this.board = board;
        this.file = file;
        this.io = io;
        io.execute(() -> read.set(read(file).orElse(Drawing.EMPTY)));
    }

    private static Optional<Drawing> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(DrawingText.read(Files.readString(file))) : Optional.empty();
        } catch (IOException | DataException e) {
            LOG.log(System.Logger.Level.WARNING, "The drawing in " + file + " cannot be read.", e);
            return Optional.empty();
        }
    }

    @Override
    public void onFrame(long nanos) {
        Drawing kept = read.getAndSet(null);
        if (kept != null) {
            loaded = true;
            written = kept;
            seen = kept;
            board.restore(kept);
        }
        Drawing now = board.drawingProperty().get();
        if (isOther(now, seen)) {
            seen = now;
            changed = nanos;
        }
        if (loaded && isOther(now, written) && nanos - changed >= PAUSE_NANOS && writing.compareAndSet(false, true)) {
            written = now;
            io.execute(() -> write(now));
        }
    }

    @SuppressWarnings("ReferenceEquality") // Drawings are replaced, and comparing all their kernels would take long.
    private static boolean isOther(Drawing one, Drawing other) {
        return one != other;
    }

    private void write(Drawing drawing) {
        try {
            if (drawing.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.toAbsolutePath().getParent());
                byte[] text = DrawingText.write(drawing).getBytes(StandardCharsets.UTF_8);
                AtomicFileWriter.write(file, out -> out.write(text));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The drawing cannot be kept in " + file + ".", e);
        } finally {
            writing.set(false);
        }
    }
}
