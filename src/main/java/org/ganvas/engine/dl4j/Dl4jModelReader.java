package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJsonObject.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.zip.ZipException;
import org.ganvas.data.FileException;
import org.ganvas.data.ZipDirectoryReader;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reader of untrusted Deeplearning4j models: a zip of {@code configuration.json} and {@code coefficients.bin}. Neither
 * Deeplearning4j nor Java's serialisation reads the file, class names in it stay strings, and memory is allocated only for
 * sizes that were checked. Any one thread; takes up to seconds.
 */
public final class Dl4jModelReader {

    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";

    /** Known entries; the optimizer's state and the marker of a model without weights are not read. */
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

    /** Where ModelSerializer keeps a data normalizer; its Java serialization runs code, so it is never read. */
    private static final String NORMALIZER = "normalizer.bin";

    private static final int MAX_ENTRIES = 32;
    private static final int MAX_JSON_BYTES = 4 << 20;
    private static final int MAX_LAYERS = 128;
    private static final int MAX_INPUTS = 1 << 24;

    /** Largest compression ratio of weights: trained weights hardly compress, so a larger one is a zip bomb. */
    private static final int MAX_RATIO = 100;

    private Dl4jModelReader() {}

    /**
     * Reads a model.
     *
     * @param images shape of a discriminator's input; null for a generator
     * @throws FileException if the file is no model that can be read
     * @throws IOException if the file cannot be read
     */
    public static ImportedDl4jNetwork read(Path file, Player player, @Nullable LayerShape images) throws IOException {
        try (ZipDirectoryReader zip = ZipDirectoryReader.open(file, MAX_ENTRIES)) {
            for (String name : zip.names()) {
                require(!name.equals(NORMALIZER), Message.of("engine.dl4j.normalizer"));
                require(ENTRIES.contains(name), Message.of("engine.dl4j.unknownPart", name));
            }
            return read(zip, Files.size(file), player, images);
        } catch (EOFException | ZipException e) {
            throw UntrustedJsonObject.failure(Message.of("engine.dl4j.damaged"), e);
        } catch (ArithmeticException e) {
            throw UntrustedJsonObject.failure(Message.of("engine.dl4j.layersTooLarge"), e);
        } catch (IllegalArgumentException e) {
            throw UntrustedJsonObject.failure(Message.of("engine.dl4j.damagedDirectory"), e);
        }
    }

    private static ImportedDl4jNetwork read(
            ZipDirectoryReader zip, long fileBytes, Player player, @Nullable LayerShape images) throws IOException {
        long length = zip.length(CONFIGURATION);
        require(length >= 0 && length <= MAX_JSON_BYTES, Message.of("engine.dl4j.jsonTooLong"));
        byte[] json = zip.read(CONFIGURATION, in -> in.readNBytes((int) length));
        UntrustedJsonObject network = UntrustedJsonObject.read(Message.of("engine.dl4j.configuration"), json);
        require(!network.has("vertices"), Message.of("engine.dl4j.graph"));
        network.requireKnownFields(NETWORK);
        JsonNode confs = network.list("confs");
        require(
                confs.size() >= 1 && confs.size() <= MAX_LAYERS,
                Message.of("engine.dl4j.layerCount", confs.size(), MAX_LAYERS));
        UntrustedJsonObject first = layer(confs, 0);
        LayerShape input = images == null ? LayerShape.row(first.integer("nin", 1, MAX_INPUTS)) : images;
        Dl4jShapeChecker checker = new Dl4jShapeChecker(input);
        readLayers(network, confs, checker, player);
        float[] numbers = coefficients(zip, checker.storedCount(), fileBytes);
        int classes = images == null ? labelClasses(first, input) : 0;
        return new ImportedDl4jNetwork(checker.layers(), input, checker.arrays(numbers), classes);
    }

    private static int labelClasses(UntrustedJsonObject first, LayerShape input) throws IOException {
        return first.has("layerName") ? ConditionalInputName.classes(first.text("layerName"), input.size()) : 0;
    }

    private static void readLayers(UntrustedJsonObject network, JsonNode confs, Dl4jShapeChecker checker, Player player)
            throws IOException {
        UntrustedJsonObject preprocessors =
                network.child("inputPreProcessors", Message.of("engine.dl4j.preprocessors"));
        requireLayerNumbers(preprocessors.node(), confs.size());
        for (int i = 0; i < confs.size(); i++) {
            UntrustedJsonObject layer = layer(confs, i);
            try {
                String number = Integer.toString(i);
                if (preprocessors.has(number)) {
                    boolean dense = Set.of("DenseLayer", "OutputLayer").contains(Dl4jLayerReader.kind(layer));
                    checker.reshape(preprocessors.child(number, Message.of("engine.dl4j.preprocessor", i + 1)), dense);
                }
                checker.add(layer, player == Player.DISCRIMINATOR && i == confs.size() - 1);
            } catch (SpecException e) {
                throw UntrustedJsonObject.failure(
                        Message.of("engine.dl4j.invalidLayer", layer.subject(), e.message()), e);
            }
        }
    }

    private static void requireLayerNumbers(JsonNode preprocessors, int layers) throws IOException {
        for (Iterator<String> names = preprocessors.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(
                    name.matches("0|[1-9]\\d{0,3}") && Integer.parseInt(name) < layers,
                    Message.of("engine.dl4j.extraPreprocessor"));
        }
    }

    private static UntrustedJsonObject layer(JsonNode confs, int index) throws IOException {
        Message subject = Message.of("engine.dl4j.layer", index + 1);
        UntrustedJsonObject conf = UntrustedJsonObject.object(subject, confs.get(index));
        conf.requireKnownFields(LAYER);
        return conf.child("layer", subject);
    }

    private static float[] coefficients(ZipDirectoryReader zip, int count, long fileBytes) throws IOException {
        long length = zip.length(COEFFICIENTS);
        require(
                length >= (long) count * Float.BYTES
                        && length <= (long) count * Double.BYTES + Dl4jCoefficientsReader.HEADER_BYTES,
                Dl4jCoefficientsReader.mismatch(count));
        require(length / MAX_RATIO <= fileBytes, Message.of("engine.dl4j.weightsTooLarge"));
        return zip.read(COEFFICIENTS, in -> Dl4jCoefficientsReader.read(in, count));
    }
}
