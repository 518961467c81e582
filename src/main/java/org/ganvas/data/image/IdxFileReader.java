package org.ganvas.data.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
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
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;

/**
 * Reader of IDX files of unsigned bytes, plain or gzip (the content decides, not the name). The header is not trusted:
 * memory is allocated block by block as bytes arrive. Used by the thread that opens a dataset.
 */
public final class IdxFileReader {

    /** Upper limit of what is read, whatever the size of the heap. */
    static final long MAX_BYTES = 1L << 30;

    private static final int BLOCK_BYTES = 1 << 20;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** 32-bit integers in two dimensions. */
    private static final int INTEGER_TABLE = 0x0C02;

    private final ProgressListener progress;
    private final long maxBytes;

    public IdxFileReader(ProgressListener progress) {
        // Half the heap, so that the images leave memory for training.
        this(progress, Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 2));
    }

    IdxFileReader(ProgressListener progress, long maxBytes) {
        this.progress = progress;
        this.maxBytes = maxBytes;
    }

    /** Reads a whole file. */
    public IdxItemArray read(Path file, IdxFileKind kind) throws DataException {
        try (InputStream in = open(file)) {
            IdxFileHeader header = IdxFileHeader.read(in, file, kind, maxBytes);
            IdxItemArray array = readItems(in, header);
            if (in.read() >= 0) {
                throw new DataException(Message.of("data.idx.trailingBytes", file, header.count(), kind.items()));
            }
            return array;
        } catch (IOException failure) {
            throw new DataException(message(file, kind, failure), failure);
        }
    }

    /** Reads labels of a byte each, or QMNIST's, which are the first number of a row of integers. */
    public IdxItemArray readLabels(Path file) throws DataException {
        if (!String.valueOf(file.getFileName()).contains("idx2-int")) {
            return read(file, IdxFileKind.LABELS);
        }
        try (DataInputStream in = new DataInputStream(open(file))) {
            int magic = in.readInt();
            int rows = in.readInt();
            int columns = in.readInt();
            if (magic != INTEGER_TABLE || rows < 1 || columns < 1 || (long) rows * columns > maxBytes / Integer.BYTES) {
                throw new DataException(Message.of("data.idx.notLabels", file));
            }
            byte[] labels = new byte[rows];
            for (int i = 0; i < rows; i++) {
                int label = in.readInt();
                if (label < 0 || label > 255) {
                    throw new DataException(Message.of("data.idx.notLabels", file));
                }
                labels[i] = (byte) label;
                in.skipNBytes((columns - 1L) * Integer.BYTES);
            }
            return new IdxItemArray(new IdxFileHeader(rows, 1, 1), rows, new byte[][] {labels});
        } catch (IOException failure) {
            throw new DataException(message(file, IdxFileKind.LABELS, failure), failure);
        }
    }

    /** Reads the header alone. */
    public IdxFileHeader readHeader(Path file, IdxFileKind kind) throws DataException {
        try (InputStream in = open(file)) {
            return IdxFileHeader.read(in, file, kind, maxBytes);
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

    private IdxItemArray readItems(InputStream in, IdxFileHeader header) throws IOException {
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
        return new IdxItemArray(header, itemsPerBlock, blocks);
    }

    private static Message message(Path file, IdxFileKind kind, IOException failure) {
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
