package org.ganvas.session;

import java.util.List;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.train.StripesData;

/** Stripes under a chosen id; the dataset "folder" has a remark. */
record NamedStripesDataset(String id, int size, int side) implements Dataset {

    private StripesData stripes() {
        return new StripesData(size, side);
    }

    @Override
    public String name() {
        return "Stripes";
    }

    @Override
    public String remark() {
        return id.equals("folder") ? "1 picture was left out." : "";
    }

    @Override
    public ImageShape shape() {
        return stripes().shape();
    }

    @Override
    public List<String> classNames() {
        return stripes().classNames();
    }

    @Override
    public void copyPicture(int index, float[] target, int offset) {
        stripes().copyPicture(index, target, offset);
    }

    @Override
    public int label(int index) {
        return stripes().label(index);
    }
}
