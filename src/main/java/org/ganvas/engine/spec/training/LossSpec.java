package org.ganvas.engine.spec.training;

import static org.ganvas.engine.spec.training.LossTerm.halfSquare;
import static org.ganvas.engine.spec.training.LossTerm.hinge;
import static org.ganvas.engine.spec.training.LossTerm.linear;
import static org.ganvas.engine.spec.training.LossTerm.softplus;

/**
 * Losses on logits r = D(x) and f = D(G(z)), s being softplus. A new loss is a line here. D minimises E real(r) +
 * E fake(f), G minimises E generator(f). Immutable, any thread.
 */
public enum LossSpec {
    /** Goodfellow 2014, section 3: strong gradients where D rejects. */
    NON_SATURATING(softplus(-1), softplus(1), softplus(-1), Kind.CROSS_ENTROPY),
    /** Goodfellow 2014, the minimax game: G minimises -E s(f), whose gradient vanishes when D is certain. */
    MINIMAX(softplus(-1), softplus(1), softplus(1).times(-1), Kind.CROSS_ENTROPY),
    /** LSGAN (Mao 2016) with targets 0 and 1: no saturation, gradients grow with the distance. */
    LEAST_SQUARES(halfSquare(1), halfSquare(0), halfSquare(1), Kind.TARGETS),
    /** LSGAN with targets -1, 1 and 0, which minimises the Pearson χ² divergence. */
    LEAST_SQUARES_PEARSON(halfSquare(1), halfSquare(-1), halfSquare(0), Kind.TARGETS),
    /** WGAN (Arjovsky 2017): -(E f - E r) estimates the distance between the distributions. */
    WASSERSTEIN(linear(-1), linear(1), linear(-1), Kind.CRITIC),
    /** The hinge of Lim and Ye 2017 and SNGAN: no gradient for D beyond a margin of 1. */
    HINGE(hinge(-1), hinge(1), linear(-1), Kind.MARGIN),
    /** Relativistic pairing (Jolicoeur-Martineau 2018): each real logit is compared with a generated one, E s(-(r - f)). */
    RELATIVISTIC(softplus(-1), softplus(-1).times(0), softplus(-1), Kind.PAIRED),
    /** Feature matching (Salimans 2016): G matches the mean of D's last features to that of real images. */
    FEATURE_MATCHING(softplus(-1), softplus(1), softplus(-1).times(0), Kind.FEATURES),
    /**
     * The variational autoencoder (Kingma and Welling 2014), for comparison: the second network is an encoder, and the loss
     * is a function of images, not of logits.
     */
    EVIDENCE(linear(1).times(0), linear(1).times(0), linear(1).times(0), Kind.ENCODER);

    /** Families of losses, which decide the predicates below. */
    private enum Kind {
        CROSS_ENTROPY,
        TARGETS,
        CRITIC,
        MARGIN,
        PAIRED,
        FEATURES,
        ENCODER
    }

    private final LossTerm real;
    private final LossTerm fake;
    private final LossTerm generator;
    private final Kind kind;

    LossSpec(LossTerm real, LossTerm fake, LossTerm generator, Kind kind) {
        this.real = real;
        this.fake = fake;
        this.generator = generator;
        this.kind = kind;
    }

    /** D's term for real images; of the difference r - f where logits are paired. */
    public LossTerm real() {
        return real;
    }

    /** D's term for generated images; zero where logits are paired. */
    public LossTerm fake() {
        return fake;
    }

    /** G's term; of the difference f - r where logits are paired, zero where features are matched. */
    public LossTerm generator() {
        return generator;
    }

    /** Whether each real logit is compared with a generated one. */
    public boolean paired() {
        return kind == Kind.PAIRED;
    }

    /** Whether G is trained on D's features instead of its logits. */
    public boolean matchesFeatures() {
        return kind == Kind.FEATURES;
    }

    /** Whether the second network is the encoder of a variational autoencoder instead of a discriminator. */
    public boolean encodes() {
        return kind == Kind.ENCODER;
    }

    /** Whether D is a critic whose slope must be limited. */
    public boolean needsBoundedSlope() {
        return kind == Kind.CRITIC;
    }

    /** Whether E D(x) - E D(G(z)) estimates a distance between the distributions of data and generated images. */
    public boolean estimatesDistance() {
        return kind == Kind.CRITIC;
    }

    /** Whether D aims at targets that can be smoothed. */
    public boolean hasTargets() {
        return kind == Kind.CROSS_ENTROPY || kind == Kind.TARGETS || kind == Kind.FEATURES;
    }

    /** Whether the sigmoid of a logit is a probability. */
    public boolean hasProbabilities() {
        return kind == Kind.CROSS_ENTROPY || kind == Kind.FEATURES || kind == Kind.PAIRED;
    }

    /**
     * D's loss at the equilibrium: the generated distribution equals the real one, D is optimal and all its logits are
     * the same. NaN for an autoencoder.
     */
    public double discriminatorEquilibrium() {
        double at = equilibriumLogit();
        return encodes() ? Double.NaN : real.at(at) + fake.at(at);
    }

    /** G's loss at the equilibrium; NaN for an autoencoder and for a critic, whose scores are determined up to a constant. */
    public double generatorEquilibrium() {
        return kind == Kind.CRITIC || encodes() ? Double.NaN : generator.at(equilibriumLogit());
    }

    /** D's score of every image at the equilibrium, as it is displayed; NaN where it is not determined. */
    public double scoreEquilibrium() {
        if (hasProbabilities() && !paired()) {
            return 0.5;
        }
        return kind == Kind.TARGETS ? equilibriumLogit() : Double.NaN;
    }

    /** Logit of every image at the equilibrium: half way between the targets; 0 where there are none. */
    public double equilibriumLogit() {
        return kind == Kind.TARGETS ? -(real.offset() + fake.offset()) / 2 : 0;
    }
}
