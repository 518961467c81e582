package org.ganvas.data.image;

import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.ImageShape;

/** Left or right halves of a dataset's images. Immutable; any thread. */
final class HalfDataset implements Dataset {

    private final Dataset whole;
    private final DatasetInfo info;
    private final boolean right;

    HalfDataset(Dataset whole, boolean right) {
        this.whole = whole;
        this.right = right;
        ImageShape shape = whole.shape();
        info = whole.info().withShape(new ImageShape(shape.channels(), shape.height(), shape.width() / 2));
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public DatasetReport report() {
        return whole.report();
    }

    @Override
    public int size() {
        return whole.size();
    }

    @Override
    public int label(int index) {
        return whole.label(index);
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        float[] both = new float[whole.shape().size()];
        whole.copyImage(index, both, 0);
        int width = shape().width();
        for (int row = 0; row < shape().channels() * shape().height(); row++) {
            int from = row * 2 * width + (right ? width : 0);
            System.arraycopy(both, from, target, offset + row * width, width);
        }
    }
}
