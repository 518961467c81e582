package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJson.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.ganvas.data.ZipDirectory;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Deeplearning4j model that nobody vouches for: a zip of {@code configuration.json} and {@code coefficients.bin}.
 * Neither Deeplearning4j nor Java's serialisation sees the file, a class that it names stays a text, and memory is taken
 * only for sizes that were checked. Any one thread; takes up to seconds.
 */
public final class Dl4jModelReader {

    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";

    /** The optimizer's state and the mark of a model without weights, which are not read. */
    private static final Set<String> ENTRIES =
            Set.of(CONFIGURATION, COEFFICIENTS, "updaterState.bin", "updater.bin", "noParams.marker");

    private static final Set<String> NETWORK = Set.of(
            "backpropType",
            "cacheMode",
            "confs",
            "dataType",
            "epochCount",
            "inferenceWorkspaceMode",
            "inputPreProcessors",
            "iterationCount",
            "tbpttBackLength",
            "tbpttFwdLength",
            "trainingWorkspaceMode",
            "validateOutputLayerConfig");

    private static final Set<String> LAYER = Set.of(
            "cacheMode",
            "dataType",
            "epochCount",
            "iterationCount",
            "layer",
            "maxNumLineSearchIterations",
            "miniBatch",
            "minimize",
            "optimizationAlgo",
            "seed",
            "stepFunction",
            "variables");

    private static final int MOST_ENTRIES = 32;
    private static final int MOST_JSON = 4 << 20;
    private static final int MOST_LAYERS = 128;
    private static final int MOST_INPUTS = 1 << 24;

    /** Trained weights hardly shrink; a file that claims to grow more than this is a trap. */
    private static final int RATIO = 100;

    private Dl4jModelReader() {}

    /**
     * Reads.
     *
     * @param pictures what a discriminator is to judge; null for a generator
     * @throws IOException that says what is wrong, without a full stop
     */
    public static ImportedNetwork read(Path file, Player player, @Nullable LayerShape pictures) throws IOException {
        try (ZipDirectory zip = ZipDirectory.open(file, MOST_ENTRIES)) {
            for (String name : zip.names()) {
                require(ENTRIES.contains(name), "it holds a part '%s', which cannot be read".formatted(name));
            }
            return read(zip, Files.size(file), player, pictures);
        } catch (EOFException | ZipException e) {
            throw new IOException("it is damaged", e);
        } catch (ArithmeticException e) {
            throw new IOException("its layers are too large to be meant", e);
        } catch (SpecException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException("its directory is damaged", e);
        }
    }

    private static ImportedNetwork read(ZipDirectory zip, long fileBytes, Player player, @Nullable LayerShape pictures)
            throws IOException {
        long length = zip.length(CONFIGURATION);
        require(length >= 0 && length <= MOST_JSON, "its configuration.json is too long");
        byte[] json = zip.read(CONFIGURATION, in -> in.readNBytes((int) length));
        UntrustedJson network = UntrustedJson.read("its configuration", json);
        require(!network.has("vertices"), "it is a ComputationGraph, and only a MultiLayerNetwork can be read");
        network.requireKnownFields(NETWORK);
        JsonNode confs = network.list("confs");
        require(
                confs.size() >= 1 && confs.size() <= MOST_LAYERS,
                "it has %d layers, and 1 to %d can be read".formatted(confs.size(), MOST_LAYERS));
        UntrustedJson first = layer(confs, 0);
        LayerShape input = pictures == null ? LayerShape.row(first.integer("nin", 1, MOST_INPUTS)) : pictures;
        Dl4jShapeChecker stack = new Dl4jShapeChecker(input);
        follow(network, confs, stack, player);
        float[] numbers = coefficients(zip, stack.storedCount(), fileBytes);
        int classes = pictures == null ? mark(first, input) : 0;
        return new ImportedNetwork(stack.layers(), input, stack.arrays(numbers), classes);
    }

    private static int mark(UntrustedJson first, LayerShape input) throws IOException {
        return first.has("layerName") ? ConditionalInputName.classes(first.text("layerName"), input.size()) : 0;
    }

    private static void follow(UntrustedJson network, JsonNode confs, Dl4jShapeChecker stack, Player player)
            throws IOException {
        UntrustedJson preprocessors = network.child("inputPreProcessors", "its list of preprocessors");
        requireNumbers(preprocessors.node(), confs.size());
        for (int i = 0; i < confs.size(); i++) {
            UntrustedJson layer = layer(confs, i);
            String number = Integer.toString(i);
            if (preprocessors.has(number)) {
                boolean dense = Set.of("DenseLayer", "OutputLayer").contains(Dl4jLayerReader.kind(layer));
                stack.reshape(preprocessors.child(number, "the preprocessor of layer " + (i + 1)), dense);
            }
            stack.add(layer, player == Player.DISCRIMINATOR && i == confs.size() - 1);
        }
    }

    private static void requireNumbers(JsonNode preprocessors, int layers) throws IOException {
        for (Iterator<String> names = preprocessors.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(
                    name.matches("0|[1-9]\\d{0,3}") && Integer.parseInt(name) < layers,
                    "it has a preprocessor for a layer that is not there");
        }
    }

    private static UntrustedJson layer(JsonNode confs, int index) throws IOException {
        String where = "layer " + (index + 1);
        UntrustedJson conf = UntrustedJson.object(where, confs.get(index));
        conf.requireKnownFields(LAYER);
        return conf.child("layer", where);
    }

    private static float[] coefficients(ZipDirectory zip, int count, long fileBytes) throws IOException {
        long length = zip.length(COEFFICIENTS);
        require(
                length >= (long) count * Float.BYTES
                        && length <= (long) count * Double.BYTES + Dl4jCoefficients.HEADER_BYTES,
                String.format(
                        Locale.ROOT, "its %s does not hold the %,d numbers that its layers need", COEFFICIENTS, count));
        require(length / RATIO <= fileBytes, "its weights are larger than the file can hold");
        return zip.read(COEFFICIENTS, in -> Dl4jCoefficients.read(in, count));
    }
}
