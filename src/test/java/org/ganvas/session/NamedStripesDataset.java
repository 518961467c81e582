package org.ganvas.session;

import java.util.Optional;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.engine.train.StripesData;
import org.ganvas.message.Message;

/** Stripes under a chosen id; the dataset "folder" has a remark. */
record NamedStripesDataset(String id, int size, int side) implements Dataset {

    private StripesData stripes() {
        return new StripesData(size, side);
    }

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(id, "Stripes", stripes().shape(), stripes().classNames());
    }

    @Override
    public Optional<Message> remark() {
        return id.equals("folder") ? Optional.of(Message.verbatim("1 picture was left out.")) : Optional.empty();
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        stripes().copyImage(index, target, offset);
    }

    @Override
    public int label(int index) {
        return stripes().label(index);
    }
}
