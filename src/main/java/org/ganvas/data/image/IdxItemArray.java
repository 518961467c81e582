package org.ganvas.data.image;

import org.ganvas.data.PixelValueScaling;

/**
 * Items of an IDX file, all of one size: images, or labels of one byte. Blocks of whole items spare a large file one huge
 * array and a second copy while it is read. Immutable; any thread.
 */
final class IdxItemArray {

    private final IdxFileHeader header;
    private final int itemsPerBlock;
    private final byte[][] blocks;

    IdxItemArray(IdxFileHeader header, int itemsPerBlock, byte[][] blocks) {
        this.header = header;
        this.itemsPerBlock = itemsPerBlock;
        this.blocks = blocks;
    }

    IdxFileHeader header() {
        return header;
    }

    int count() {
        return header.count();
    }

    void copyItem(int index, float[] target, int offset) {
        int from = index % itemsPerBlock * header.itemSize();
        PixelValueScaling.toPixels(blocks[index / itemsPerBlock], from, header.itemSize(), target, offset);
    }

    /** First byte of an item as an unsigned number; for labels the label. */
    int firstByte(int index) {
        return blocks[index / itemsPerBlock][index % itemsPerBlock * header.itemSize()] & 0xFF;
    }

    int leastFirstByte() {
        int least = 255;
        for (int i = 0; i < count(); i++) {
            least = Math.min(least, firstByte(i));
        }
        return least;
    }

    int largestFirstByte() {
        int largest = 0;
        for (int i = 0; i < count(); i++) {
            largest = Math.max(largest, firstByte(i));
        }
        return largest;
    }
}
