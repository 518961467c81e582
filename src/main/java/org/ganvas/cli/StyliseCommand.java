package org.ganvas.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.ganvas.cli.dream.AscentOptions;
import org.ganvas.cli.dream.DreamJob;
import org.ganvas.cli.dream.FeatureOption;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.dream.DreamRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas stylise}. */
@Command(
        name = "stylise",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Gives one image the style of another (neural style transfer, Gatys et al. 2015) and writes it as a PNG.",
            "Content is the output of a layer, style are the Gram matrices of layers; Adam changes the pixels.",
            "No network trained on photographs comes with the program. Random weights see textures and colours; a",
            "network that was trained on grey images changes the brightness alone, and the content keeps its colours."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas stylise photo.jpg print.jpg --out styled.png --film styled.mp4",
            "  ganvas stylise photo.jpg print.jpg --style-layers 1,4 --style-weight 5 --out bold.png",
            "  ganvas stylise photo.jpg print.jpg --features digits.ganvas --noise --out drawn.png"
        })
final class StyliseCommand implements Callable<Integer> {

    private static final Pattern LAYERS = Pattern.compile("\\d{1,3}(,\\d{1,3})*");

    private final CliContext context;

    @Parameters(index = "0", paramLabel = "CONTENT", description = "The image whose content stays.")
    private Path content = Path.of("");

    @Parameters(index = "1", paramLabel = "STYLE", description = "The image whose style it gets.")
    private Path style = Path.of("");

    @Option(
            names = "--features",
            paramLabel = "FILE.ganvas|DATA|random",
            description =
                    "What reads the images: the discriminator of a project, the classifier of a dataset (trained at"
                            + " the first use), or random weights. Without it: ${DEFAULT-VALUE}.")
    private String features = FeatureOption.RANDOM;

    @Option(
            names = "--content-layer",
            paramLabel = "N",
            description = "Layer of the content, from 1. Without it: the last convolution.")
    private @Nullable Integer contentLayer;

    @Option(
            names = "--style-layers",
            paramLabel = "N,N,...",
            description = "Layers of the style, from 1. Without it: all convolutions.")
    private @Nullable String styleLayers;

    @Option(names = "--content-weight", paramLabel = "W", description = "0 to 100. Without it: 1.")
    private @Nullable Double contentWeight;

    @Option(names = "--style-weight", paramLabel = "W", description = "0 to 100. Without it: 1.")
    private @Nullable Double styleWeight;

    @Mixin
    private AscentOptions options = new AscentOptions();

    StyliseCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException, DataException {
        options.check();
        AscentOptions.requireWeight("--content-weight", contentWeight);
        AscentOptions.requireWeight("--style-weight", styleWeight);
        UsageException.require(
                styleLayers == null || LAYERS.matcher(styleLayers).matches(), Message.of("cli.dream.styleLayers"));
        options.checkOutputs(new CommandOutputs(context)
                .input("CONTENT", content)
                .input("STYLE", style)
                .input("--features", FeatureOption.file(features)));
        PixelImage image = SingleImageReader.readWhole(content, DreamRequest.MAX_SIDE);
        PixelImage pattern = SingleImageReader.readWhole(style, DreamRequest.MAX_SIDE);
        boolean colour = image.isColour() || pattern.isColour();
        DreamFeatures network = FeatureOption.open(context, features, colour, options.seed());
        DreamObjective objective = objective(network);
        AscentSpec spec = options.spec(AscentSpec.usual(objective));
        DreamRequest request = new DreamRequest(
                network, objective, spec, DreamRequest.sized(network, objective, image, options.size()), pattern);
        DreamJob.Steps steps = new DreamJob(context, options, request).run(weights(objective), "Style transfer");
        context.printResult(Message.of(
                "cli.stylise.done",
                options.out(),
                request.image().width(),
                request.image().height(),
                DreamJob.figure(steps.first().content()),
                DreamJob.figure(steps.last().content()),
                DreamJob.figure(steps.first().style()),
                DreamJob.figure(steps.last().style())));
        return 0;
    }

    private DreamObjective objective(DreamFeatures network) {
        List<Integer> layers = styleLayers == null
                ? network.usualStyleLayers()
                : Arrays.stream(styleLayers.split(","))
                        .map(layer -> Integer.parseInt(layer) - 1)
                        .toList();
        return new DreamObjective.Style(contentLayer == null ? network.usualContentLayer() : contentLayer - 1, layers);
    }

    private DreamWeights weights(DreamObjective objective) {
        DreamWeights usual = options.weights(AscentSpec.usualWeights(objective));
        return new DreamWeights(
                contentWeight == null ? usual.content() : contentWeight,
                styleWeight == null ? usual.style() : styleWeight,
                usual.smoothness());
    }
}
