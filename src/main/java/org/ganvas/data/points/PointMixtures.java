package org.ganvas.data.points;

import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.GaussianMixture.Centre;

/** Mixtures of Gaussians on which GANs are usually evaluated. Pure functions; any thread. */
final class PointMixtures {

    private PointMixtures() {}

    /**
     * Eight modes at equal distances on the unit circle. An often copied notebook places them from 0 to 2 pi with both ends
     * included, where two of the eight coincide.
     */
    static GaussianMixture ring(double sigma) {
        int modes = 8;
        return new GaussianMixture(
                IntStream.range(0, modes)
                        .mapToDouble(i -> i * 2 * Math.PI / modes)
                        .mapToObj(angle -> new Centre(StrictMath.cos(angle), StrictMath.sin(angle)))
                        .toList(),
                sigma);
    }

    /** 25 modes on a grid from -4 to 4. */
    static GaussianMixture grid() {
        int side = 5;
        return new GaussianMixture(
                IntStream.range(0, side * side)
                        .mapToObj(i -> new Centre(2.0 * (i % side) - 4, 2.0 * (i / side) - 4))
                        .toList(),
                0.05);
    }

    /** Two distant modes. */
    static GaussianMixture twoClusters() {
        return new GaussianMixture(List.of(new Centre(-1, -0.5), new Centre(1, 0.5)), 0.15);
    }

    /** Sampler of a mixture's points. */
    static PointDistribution.PointSource sampling(GaussianMixture mixture) {
        return random -> {
            Centre centre =
                    mixture.centres().get(random.nextInt(mixture.centres().size()));
            double x = centre.x() + mixture.sigma() * random.nextGaussian();
            return new Centre(x, centre.y() + mixture.sigma() * random.nextGaussian());
        };
    }
}
