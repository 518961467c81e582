package org.ganvas.data.image;

import org.ganvas.data.PixelScaling;

/**
 * Items of equal size as an IDX file holds them: pictures, or labels of one byte. Kept in blocks of whole items, so that
 * a large file needs neither one huge array nor a second copy while it is read. Immutable after reading; any thread.
 */
final class IdxArray {

    private final IdxHeader header;
    private final int itemsPerBlock;
    private final byte[][] blocks;

    IdxArray(IdxHeader header, int itemsPerBlock, byte[][] blocks) {
        this.header = header;
        this.itemsPerBlock = itemsPerBlock;
        this.blocks = blocks;
    }

    IdxHeader header() {
        return header;
    }

    int count() {
        return header.count();
    }

    void copyItem(int index, float[] target, int offset) {
        int from = index % itemsPerBlock * header.itemSize();
        PixelScaling.toPixels(blocks[index / itemsPerBlock], from, header.itemSize(), target, offset);
    }

    /** The item's first byte as an unsigned number; with labels that is the label. */
    int firstByte(int index) {
        return blocks[index / itemsPerBlock][index % itemsPerBlock * header.itemSize()] & 0xFF;
    }

    int largestFirstByte() {
        int largest = 0;
        for (int i = 0; i < count(); i++) {
            largest = Math.max(largest, firstByte(i));
        }
        return largest;
    }
}
