package org.ganvas.data.drawing;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.PointLattice;

/** Mass of kernels on a lattice, to which strokes are added one by one. Owned by one thread. */
public final class DrawingRaster {

    private final PointLattice lattice;
    private final double[] sums;

    /** An empty raster. */
    public DrawingRaster(PointLattice lattice) {
        this.lattice = lattice;
        sums = new double[lattice.size()];
    }

    public PointLattice lattice() {
        return lattice;
    }

    public void add(List<DrawingKernel> kernels) {
        for (DrawingKernel kernel : kernels) {
            KernelMixture.add(kernel, lattice, sums);
        }
    }

    /** Holds the drawing alone from now on. */
    public void show(Drawing drawing) {
        Arrays.fill(sums, 0);
        drawing.strokes().forEach(this::add);
    }

    /** Density, not divided by the mass, at each lattice point, with further kernels added. */
    public float[] values(List<DrawingKernel> more) {
        double[] all = sums.clone();
        for (DrawingKernel kernel : more) {
            KernelMixture.add(kernel, lattice, all);
        }
        float[] values = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = (float) all[i];
        }
        return values;
    }
}
