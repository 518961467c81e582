package org.ganvas.engine.net;

import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;

/**
 * Styles of a batch in one forward pass: each sample's own, and from a cut on another one's, or one for each reader. The
 * thread's of the pass.
 *
 * @param rows of styles, [rows, width], the samples' own first
 * @param cuts number of the first reader with the partner's style, by sample; empty for no mixing
 * @param partners rows of the other styles, by sample
 * @param each samples whose styles follow one another, for one reader after the other; 0 where all readers have the same
 */
record StyleRows(Tensor rows, int[] cuts, int[] partners, int each) {

    StyleRows(Tensor rows, int[] cuts, int[] partners) {
        this(rows, cuts, partners, 0);
    }

    static StyleRows unmixed(Tensor rows) {
        return new StyleRows(rows, new int[0], new int[0]);
    }

    /** Styles for a reader, [batch, width]. */
    Tensor of(int reader) {
        if (each > 0) {
            return ViewOps.slice(rows, 0, reader * each, each);
        }
        if (cuts.length == 0) {
            return rows;
        }
        int[] chosen = new int[cuts.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = reader < cuts[i] ? i : partners[i];
        }
        return ViewOps.gather(rows, chosen);
    }
}
