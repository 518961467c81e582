package org.ganvas.data.image;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PixelValueScaling;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/** Images of a folder, scaled to one shape, all in memory as bytes. Immutable; any thread. */
final class ImageFolderDataset implements Dataset {

    private final DatasetInfo info;
    private final @Nullable Message remark;
    private final byte[][] images;
    private final int[] labels;

    /**
     * @param remark about skipped files; null where none was
     * @param images a byte a pixel, channel by channel; must not be modified afterwards
     * @param labels one an image; must not be modified afterwards
     */
    ImageFolderDataset(
            String id,
            ImageFolderIndex index,
            @Nullable Message remark,
            ImageShape shape,
            byte[][] images,
            int[] labels) {
        String name = String.valueOf(index.folder().toAbsolutePath().normalize().getFileName());
        info = new DatasetInfo(id, name, shape, index.classNames());
        this.remark = remark;
        this.images = images;
        this.labels = labels;
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public Optional<Message> remark() {
        return Optional.ofNullable(remark);
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
