package org.ganvas.data;

import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.Mixture.Centre;

/** The mixtures of Gaussians that GANs are measured on. Pure functions, any thread. */
final class PlaneMixtures {

    private PlaneMixtures() {}

    /**
     * Eight modes on the unit circle, evenly: an often copied notebook places them from 0 to 2 pi with both ends, where
     * two of the eight fall together.
     */
    static Mixture ring(double sigma) {
        int modes = 8;
        return new Mixture(
                IntStream.range(0, modes)
                        .mapToDouble(i -> i * 2 * Math.PI / modes)
                        .mapToObj(angle -> new Centre(StrictMath.cos(angle), StrictMath.sin(angle)))
                        .toList(),
                sigma);
    }

    static Mixture grid() {
        int side = 5;
        return new Mixture(
                IntStream.range(0, side * side)
                        .mapToObj(i -> new Centre(2.0 * (i % side) - 4, 2.0 * (i / side) - 4))
                        .toList(),
                0.05);
    }

    static Mixture pair() {
        return new Mixture(List.of(new Centre(-1, -0.5), new Centre(1, 0.5)), 0.15);
    }

    static PlaneSource.PointSource points(Mixture mixture) {
        return random -> {
            Centre centre =
                    mixture.centres().get(random.nextInt(mixture.centres().size()));
            double x = centre.x() + mixture.sigma() * random.nextGaussian();
            return new Centre(x, centre.y() + mixture.sigma() * random.nextGaussian());
        };
    }
}
