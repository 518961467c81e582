package org.ganvas.data.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ganvas.data.DataException;
import org.ganvas.data.FileException;
import org.ganvas.data.Progress;
import org.ganvas.message.Message;

/**
 * Reader of IDX files of unsigned bytes, plain or gzip (the content decides, not the name). The header is not trusted:
 * memory is allocated block by block as bytes arrive. Used by the thread that opens a dataset.
 */
public final class IdxReader {

    /** Upper limit of what is read, whatever the size of the heap. */
    static final long MAX_BYTES = 1L << 30;

    private static final int BLOCK_BYTES = 1 << 20;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Progress progress;
    private final long maxBytes;

    public IdxReader(Progress progress) {
        // Half the heap, so that the images leave memory for training.
        this(progress, Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 2));
    }

    IdxReader(Progress progress, long maxBytes) {
        this.progress = progress;
        this.maxBytes = maxBytes;
    }

    /** Reads a whole file. */
    public IdxArray read(Path file, IdxKind kind) throws DataException {
        try (InputStream in = open(file)) {
            IdxHeader header = IdxHeader.read(in, file, kind, maxBytes);
            IdxArray array = readItems(in, header);
            if (in.read() >= 0) {
                throw new DataException(Message.of("data.idx.trailingBytes", file, header.count(), kind.items()));
            }
            return array;
        } catch (IOException failure) {
            throw new DataException(message(file, kind, failure), failure);
        }
    }

    /** Reads the header alone. */
    public IdxHeader readHeader(Path file, IdxKind kind) throws DataException {
        try (InputStream in = open(file)) {
            return IdxHeader.read(in, file, kind, maxBytes);
        } catch (IOException failure) {
            throw new DataException(message(file, kind, failure), failure);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            raw.mark(2);
            int magic = raw.read() << 8 | raw.read();
            raw.reset();
            return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
        } catch (IOException failure) {
            raw.close();
            throw failure;
        }
    }

    private IdxArray readItems(InputStream in, IdxHeader header) throws IOException {
        int itemsPerBlock = Math.max(1, BLOCK_BYTES / header.itemSize());
        byte[][] blocks = new byte[(header.count() + itemsPerBlock - 1) / itemsPerBlock][];
        for (int i = 0; i < blocks.length; i++) {
            if (progress.isCancelled()) {
                throw new CancellationException("Reading was cancelled.");
            }
            int items = Math.min(itemsPerBlock, header.count() - i * itemsPerBlock);
            blocks[i] = in.readNBytes(items * header.itemSize());
            if (blocks[i].length < items * header.itemSize()) {
                throw new EOFException();
            }
            progress.report((i + 1.0) / blocks.length);
        }
        return new IdxArray(header, itemsPerBlock, blocks);
    }

    private static Message message(Path file, IdxKind kind, IOException failure) {
        if (failure instanceof EOFException) {
            return Message.of("data.idx.truncated", file, kind.items());
        }
        if (failure instanceof ZipException) {
            return Message.of("data.idx.damagedGzip", file);
        }
        if (failure instanceof NoSuchFileException) {
            return Message.of("data.file.missing", file);
        }
        if (failure instanceof AccessDeniedException) {
            return Message.of("data.file.accessDenied", file);
        }
        return Message.of("data.file.unreadable", file, FileException.reason(failure));
    }
}
