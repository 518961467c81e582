package org.ganvas.engine.spec.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.OptimizerSpec;
import org.ganvas.engine.spec.Regularizer;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.TrainingSpec;

/**
 * What lies between two specs: what a run can take up between two steps, and what needs networks or an optimizer of its
 * own and so a new start. Pure, any thread.
 *
 * @param live parts that differ and can change while it runs
 * @param fresh parts that differ and need a new start
 */
public record SpecDiff(List<Part> live, List<Part> fresh) {

    /** What can differ. */
    public enum Part {
        /** Learning rates, their schedule, decays and epsilons of the optimizers. */
        RATES("the learning rates"),
        /** Updates of D and of G a step. */
        UPDATES("the updates a step"),
        /** The decay of G's weight average. */
        AVERAGE("the decay of the average"),
        /** Where gradient penalties look and what they weigh, and at what weights are clipped. */
        PENALTIES("the penalties"),
        /** Noise on what D sees. */
        NOISE("the noise"),
        /** Label smoothing. */
        SMOOTHING("the label smoothing"),
        /** Random changes of what D sees. */
        AUGMENTATION("the augmentation"),
        /** Layers, latent, labels, pictures: whatever decides which weights there are. */
        NETWORKS("the networks"),
        /** The game: its losses cannot be compared with another's. */
        LOSS("the loss"),
        /** Pictures an update: the order of the data is counted in batches. */
        BATCH("the batch size"),
        /** The optimizers' rules, each of which remembers something else. */
        OPTIMIZERS("the optimizers"),
        /** Whether there is a weight average at all. */
        AVERAGING("whether weights are averaged");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    public SpecDiff {
        live = List.copyOf(live);
        fresh = List.copyOf(fresh);
    }

    /** Compares. */
    public static SpecDiff between(GanSpec old, GanSpec wanted) {
        TrainingSpec before = old.training();
        TrainingSpec after = wanted.training();
        List<Part> fresh = new ArrayList<>();
        add(fresh, Part.NETWORKS, networks(old), networks(wanted));
        add(fresh, Part.LOSS, old.loss(), wanted.loss());
        add(fresh, Part.BATCH, before.batch(), after.batch());
        add(fresh, Part.OPTIMIZERS, kinds(before), kinds(after));
        add(fresh, Part.AVERAGING, before.averagesWeights(), after.averagesWeights());
        List<Part> live = new ArrayList<>();
        add(live, Part.RATES, rates(before), rates(after));
        add(
                live,
                Part.UPDATES,
                List.of(before.discriminatorSteps(), before.generatorSteps()),
                List.of(after.discriminatorSteps(), after.generatorSteps()));
        add(live, Part.AVERAGE, before.emaDecay(), after.emaDecay());
        addRegularizers(live, Part.PENALTIES, old, wanted, Regularizer.GradientPenalty.class);
        addRegularizers(live, Part.PENALTIES, old, wanted, Regularizer.WeightClip.class);
        addRegularizers(live, Part.NOISE, old, wanted, Regularizer.InstanceNoise.class);
        addRegularizers(live, Part.SMOOTHING, old, wanted, Regularizer.LabelSmoothing.class);
        addRegularizers(live, Part.AUGMENTATION, old, wanted, Regularizer.Augmentation.class);
        return new SpecDiff(live.stream().distinct().toList(), fresh);
    }

    private static List<Object> networks(GanSpec spec) {
        return List.of(
                spec.latentDim(),
                spec.image(),
                spec.classes(),
                spec.conditioning(),
                spec.codes(),
                spec.generator(),
                spec.discriminator(),
                of(spec, Regularizer.SpectralNorm.class),
                of(spec, Regularizer.Packing.class));
    }

    private static List<OptimizerSpec.Kind> kinds(TrainingSpec training) {
        return List.of(
                training.generatorOptimizer().kind(),
                training.discriminatorOptimizer().kind());
    }

    private static List<Object> rates(TrainingSpec training) {
        return List.of(training.generatorOptimizer(), training.discriminatorOptimizer(), training.schedule());
    }

    private static <T extends Regularizer> List<T> of(GanSpec spec, Class<T> kind) {
        return spec.regularizers().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static void addRegularizers(
            List<Part> list, Part part, GanSpec old, GanSpec wanted, Class<? extends Regularizer> kind) {
        add(list, part, of(old, kind), of(wanted, kind));
    }

    private static void add(List<Part> list, Part part, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            list.add(part);
        }
    }

    /**
     * @throws SpecException if a run under one spec cannot go on under the other; a sentence that names what differs
     */
    public static void require(GanSpec old, GanSpec wanted) {
        SpecDiff change = between(old, wanted);
        if (!change.possible()) {
            String parts = change.fresh().stream().map(part -> part.words).collect(Collectors.joining(", "));
            throw new SpecException("What needs a new start cannot change while a run goes on: %s.".formatted(parts));
        }
    }

    /** Whether a run can go on under the other spec. */
    public boolean possible() {
        return fresh.isEmpty();
    }

    /** Whether the specs say the same. */
    public boolean isEmpty() {
        return live.isEmpty() && fresh.isEmpty();
    }

    /** Everything that differs. */
    public List<Part> all() {
        return Stream.concat(fresh.stream(), live.stream()).toList();
    }
}
