package org.ganvas.session.lab;

import org.ganvas.data.PointLattice;

/** Distance of lattice points in pixels, so chosen that a lattice takes a few milliseconds. One thread. */
final class LatticePitch {

    private static final double FINEST = 3;
    private static final double COARSEST = 12;
    private static final double BUDGET_NANOS = 5e6;

    /** Changes below this ratio would make the image flicker. */
    private static final double STEADY = 1.25;

    /** Times are averaged over about so many lattices. */
    private static final double MEMORY = 8;

    private double pitch = 6;
    private double nanos = BUDGET_NANOS;

    /** The lattice over the area of a request. */
    PointLattice lattice(LabRequest request) {
        return lattice(request, pitch);
    }

    static PointLattice lattice(LabRequest request, double pitch) {
        return new PointLattice(request.area(), (int) Math.max(2, Math.ceil(request.width() / pitch) + 1), (int)
                Math.max(2, Math.ceil(request.height() / pitch) + 1));
    }

    /** A lattice took so long. */
    void took(long lastNanos) {
        nanos += (lastNanos - nanos) / MEMORY;
        double wanted = Math.max(FINEST, Math.min(COARSEST, pitch * Math.sqrt(nanos / BUDGET_NANOS)));
        if (Math.max(wanted / pitch, pitch / wanted) > STEADY) {
            nanos *= pitch * pitch / (wanted * wanted);
            pitch = wanted;
        }
    }
}
