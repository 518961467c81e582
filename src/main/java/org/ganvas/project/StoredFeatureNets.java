package org.ganvas.project;

import java.nio.file.Path;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.Progress;
import org.ganvas.session.measure.FeatureNet;
import org.ganvas.session.measure.FeatureNets;

/**
 * The kept classifiers as those who measure while training know them. A classifier that is not kept yet is trained with
 * fewer steps than {@code eval} takes, because nobody should wait for it long; it is kept under a name of its own. One
 * thread.
 */
public final class StoredFeatureNets implements FeatureNets {

    /** About three thousand batches make 99 %, a fifth of them 97 % on handwritten digits. */
    private static final int FEW_STEPS = 600;

    private final ClassifierStore store;

    /** @param folder where classifiers are kept */
    public StoredFeatureNets(Path folder) {
        this(folder, FEW_STEPS);
    }

    /** @param steps at most, that a classifier is trained for */
    public StoredFeatureNets(Path folder, int steps) {
        store = new ClassifierStore(folder, steps);
    }

    @Override
    public FeatureNet open(Dataset learn, Dataset held, Progress progress) throws DataException {
        return new Net(store.judge(learn, held, progress));
    }

    /** A classifier under the name that the session knows. */
    private record Net(PictureJudge judge) implements FeatureNet {
        @Override
        public Answer judge(float[] pictures) {
            PictureJudge.Verdict verdict = judge.judge(pictures);
            return new Answer(verdict.features(), verdict.logits());
        }

        @Override
        public int features() {
            return judge.card().features();
        }

        @Override
        public int classes() {
            return judge.card().classes();
        }

        @Override
        public boolean knowsClasses() {
            return judge.card().task() == ClassifierCard.Task.CLASSES;
        }

        @Override
        public void close() {
            judge.close();
        }
    }
}
