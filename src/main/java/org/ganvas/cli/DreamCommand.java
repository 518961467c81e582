package org.ganvas.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ganvas.cli.draw.SeedLatents;
import org.ganvas.cli.dream.AscentOptions;
import org.ganvas.cli.dream.DreamJob;
import org.ganvas.cli.dream.FeatureOption;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.PathArgument;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.dream.DreamRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas dream}. */
@Command(
        name = "dream",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Changes an image until a layer, a channel or a class of a network responds more (DeepDream,",
            "activation maximisation), and writes it as a PNG.",
            "With a project: the image that its generator makes of --seed, and its own discriminator.",
            "The features are those of a small network of this program, not of one trained on photographs.",
            "Layers that are not convolutions read images of one size only; 'dream ... --layers' lists them."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas dream photo.jpg --out dream.png --film dream.gif",
            "  ganvas dream digits.ganvas --seed 7 --out dreamt.png       with its own discriminator",
            "  ganvas dream photo.jpg --features digits.ganvas --layer 3 --channel 5 --out seen.png",
            "  ganvas dream --class 3 --out three.png                     what the classifier takes for a 3"
        })
final class DreamCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(
            paramLabel = "FILE.ganvas|IMAGE",
            arity = "0..1",
            description = "The image, or a project. Without it: noise, for --channel or --class.")
    private @Nullable String subject;

    @Option(
            names = "--features",
            paramLabel = "FILE.ganvas|DATA|random",
            description =
                    "What reads the image: the discriminator of a project, the classifier of a dataset (trained at"
                            + " the first use), or random weights. Without it: the project's own, or builtin:doodles.")
    private @Nullable String features;

    @Option(names = "--layers", description = "List the layers of the features and end.")
    private boolean listing;

    @Option(names = "--layer", paramLabel = "N", description = "Layer, from 1. Without it: the last convolution.")
    private @Nullable Integer layer;

    @Option(names = "--channel", paramLabel = "N", description = "Only this channel of the layer, from 0.")
    private @Nullable Integer channel;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "A class of the classifier, by name or number from 0.")
    private @Nullable String wantedClass;

    @Option(names = "--octaves", paramLabel = "N", description = "Sizes that the image passes through, 1 to 8.")
    private @Nullable Integer octaves;

    @Option(names = "--scale", paramLabel = "F", description = "Factor between two sizes, above 1 to 2.")
    private @Nullable Double scale;

    @Option(names = "--jitter", paramLabel = "N", description = "Pixels of random shift before each step, 0 to 64.")
    private @Nullable Integer jitter;

    @Option(names = "--adam", description = "Steps by Adam instead of the normalised gradient.")
    private boolean adam;

    @Mixin
    private AscentOptions options = new AscentOptions();

    DreamCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException, DataException {
        checkOptions();
        CommandOutputs outputs = new CommandOutputs(context)
                .input("FILE.ganvas|IMAGE", subject == null ? null : PathArgument.of(subject))
                .input("--features", features == null ? null : FeatureOption.file(features));
        if (!listing) {
            options.checkOutputs(outputs);
        }
        RunCapture run = subject != null && FeatureOption.isProject(subject)
                ? new ProjectStore().load(PathArgument.of(subject))
                : null;
        PixelImage image = run == null ? image() : generated(run);
        boolean colour = image == null || image.isColour();
        DreamFeatures network = run != null && features == null
                ? FeatureOption.of(run)
                : FeatureOption.open(
                        context, features == null ? DatasetEntry.DOODLES : features, colour, options.seed());
        if (listing) {
            printLayers(network);
            return 0;
        }
        DreamObjective objective = objective(network);
        PixelImage subjectImage = image == null ? DreamRequest.blank(network) : image;
        DreamRequest request = new DreamRequest(
                network,
                objective,
                spec(objective),
                DreamRequest.sized(network, objective, subjectImage, options.size()),
                null);
        DreamJob.Steps steps = new DreamJob(context, options, request)
                .run(options.weights(AscentSpec.usualWeights(objective)), "Dream");
        context.printResult(Message.of(
                "cli.dream.done",
                options.out(),
                request.image().width(),
                request.image().height(),
                target(network, objective),
                DreamJob.figure(steps.first().objective()),
                DreamJob.figure(steps.last().objective()),
                steps.last().number()));
        return 0;
    }

    private void checkOptions() {
        options.check();
        UsageException.requireRange("--octaves", octaves, 1, AscentSpec.MAX_OCTAVES);
        UsageException.requireRange("--jitter", jitter, 0, AscentSpec.MAX_JITTER);
        UsageException.require(
                scale == null || scale > 1 && scale <= AscentSpec.MAX_SCALE,
                Message.of("cli.dream.scale", AscentSpec.MAX_SCALE));
        UsageException.require(
                wantedClass == null || layer == null && channel == null, Message.of("cli.dream.classAlone"));
        UsageException.require(
                listing || subject != null || options.noise() || wantedClass != null || channel != null,
                Message.of("cli.dream.noImage"));
    }

    private @Nullable PixelImage image() throws DataException {
        return subject == null ? null : SingleImageReader.readWhole(PathArgument.of(subject), DreamRequest.MAX_SIDE);
    }

    private PixelImage generated(RunCapture run) throws CliException {
        if (run.info().spec().image().isPoint()) {
            throw new CliException(Message.of("engine.dream.points"));
        }
        SeedLatents latents = new SeedLatents(run.info().spec(), Double.POSITIVE_INFINITY);
        try (LatentSampler sampler = context.environment().openSampler(run)) {
            SampleGrid grid = sampler.render(latents.row(options.seed(), 1, true));
            return new PixelImage(grid.shape(), grid.pixels());
        }
    }

    private DreamObjective objective(DreamFeatures network) throws CliException {
        String name = wantedClass;
        if (name != null) {
            return new DreamObjective.Channel(network.lastLayer(), classNumber(network.outputs(), name));
        }
        int chosen = layer == null ? network.usualLayer() : layer - 1;
        return channel == null ? new DreamObjective.Energy(chosen) : new DreamObjective.Channel(chosen, channel);
    }

    private static int classNumber(List<String> names, String wanted) throws CliException {
        if (names.isEmpty()) {
            throw new CliException(Message.of("cli.dream.noClasses"));
        }
        int byName = names.indexOf(wanted);
        int found = byName >= 0 ? byName : wanted.matches("\\d{1,6}") ? Integer.parseInt(wanted) : -1;
        if (found < 0 || found >= names.size()) {
            throw new CliException(Message.of("cli.interpolate.unknownClass", wanted, String.join(", ", names)));
        }
        return found;
    }

    private AscentSpec spec(DreamObjective objective) {
        AscentSpec usual = options.spec(AscentSpec.usual(objective));
        return new AscentSpec(
                adam ? AscentSpec.Rule.ADAM : usual.rule(),
                usual.steps(),
                octaves == null ? usual.octaves() : octaves,
                scale == null ? usual.scale() : scale,
                usual.strength(),
                jitter == null ? usual.jitter() : jitter,
                usual.noise() || subject == null,
                usual.seed());
    }

    private static Message target(DreamFeatures network, DreamObjective objective) {
        if (objective instanceof DreamObjective.Channel one) {
            return one.layer() == network.lastLayer() && !network.outputs().isEmpty()
                    ? Message.of("session.dream.class", network.outputs().get(one.channel()))
                    : Message.of("session.dream.channel", one.channel(), one.layer() + 1);
        }
        return Message.of("session.dream.energy", objective.layers().last() + 1);
    }

    /** One line a layer, for machines too: number, name, channels, sizes. */
    private void printLayers(DreamFeatures network) {
        context.printError(network.about());
        for (DreamFeatures.Layer one : network.layers()) {
            context.printResult(layer(network, one));
        }
    }

    private static Message layer(DreamFeatures network, DreamFeatures.Layer one) {
        int number = one.index() + 1;
        if (one.anySize()) {
            return Message.of("cli.dream.layer", number, one.name(), one.channels());
        }
        ImageShape own = network.weights().image();
        return Message.of("cli.dream.layerOwnSize", number, one.name(), one.channels(), own.width(), own.height());
    }
}
