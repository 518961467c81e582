package org.ganvas.data.image;

import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PixelValueScaling;

/** Images of a folder, scaled to one shape, all in memory as bytes. Immutable; any thread. */
final class ImageFolderDataset implements Dataset {

    private final DatasetInfo info;
    private final DatasetReport report;
    private final byte[][] images;
    private final int[] labels;

    /**
     * @param report about the folder
     * @param images a byte a pixel, channel by channel; must not be modified afterwards
     * @param labels one an image; must not be modified afterwards
     */
    ImageFolderDataset(
            String id, ImageFolderIndex index, DatasetReport report, ImageShape shape, byte[][] images, int[] labels) {
        String name = String.valueOf(index.folder().toAbsolutePath().normalize().getFileName());
        info = new DatasetInfo(id, name, shape, index.classNames());
        this.report = report;
        this.images = images;
        this.labels = labels;
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public DatasetReport report() {
        return report;
    }

    @Override
    public int size() {
        return images.length;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        PixelValueScaling.toPixels(images[index], 0, images[index].length, target, offset);
    }

    @Override
    public int label(int index) {
        return labels[index];
    }
}
