package org.ganvas.data.image;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PixelScaling;

/** The pictures of a folder, scaled to one shape, all in memory as bytes. Immutable; any thread. */
final class ImageFolderDataset implements Dataset {

    private final String id;
    private final String name;
    private final String remark;
    private final ImageShape shape;
    private final List<String> classNames;
    private final byte[][] pictures;
    private final int[] labels;

    /**
     * @param remark one sentence about what was passed over; empty where nothing was
     * @param pictures a byte a pixel, channel by channel; not to be changed any more
     * @param labels one a picture; not to be changed any more
     */
    ImageFolderDataset(
            String id, ImageFolderIndex index, String remark, ImageShape shape, byte[][] pictures, int[] labels) {
        this.id = id;
        this.remark = remark;
        this.shape = shape;
        this.pictures = pictures;
        this.labels = labels;
        name = String.valueOf(index.folder().toAbsolutePath().normalize().getFileName());
        classNames = index.classNames();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public int size() {
        return pictures.length;
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        PixelScaling.toPixels(pictures[index], 0, pictures[index].length, target, offset);
    }

    @Override
    public int label(int index) {
        return labels[index];
    }
}
