package org.ganvas.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Stock ComputationGraph of a discriminator that is more than a sequence of layers. A projection term (Miyato and Koyama,
 * 1802.05637) is added to the logit as the sum of embedding times features, where the embedding is a dense layer over the
 * one-hot label and the sum a dense layer of ones; a second head is a second output. One thread, once.
 */
final class Dl4jGraphDiscriminator {

    private static final String IMAGE = "image";
    private static final String LABEL = "label";
    private static final String OUTPUT = "logit";

    private static final String EMBEDDING = "embedding";
    private static final String SUM = "sum";
    private static final String HEAD = "head";

    private final GanSpec spec;
    private final GraphBuilder builder;
    private final Dl4jGraphBuilder network;

    private Dl4jGraphDiscriminator(GanSpec spec) {
        this.spec = spec;
        builder = Dl4jConfigurationBuilder.base(new NoOp()).graphBuilder();
        network = new Dl4jGraphBuilder(builder, IMAGE, spec.discriminator(), spec.discriminatorInput());
    }

    /**
     * Builds the graph with its weights.
     *
     * @param prefix of the arrays' names
     * @throws org.ganvas.engine.spec.base.SpecException if a layer has no counterpart or an array is missing
     */
    static ComputationGraph model(GanSpec spec, List<NamedArray> arrays, String prefix) {
        Dl4jGraphDiscriminator discriminator = new Dl4jGraphDiscriminator(spec);
        ComputationGraph graph = new ComputationGraph(discriminator.build().build());
        graph.init();
        long copied = Dl4jGraphBuilder.fill(graph, arrays, prefix);
        if (spec.conditioning().hasHead()) {
            copied += copy(arrays, prefix + HEAD + "/weight", graph, HEAD, "W");
            copied += copy(arrays, prefix + HEAD + "/bias", graph, HEAD, "b");
        } else if (spec.conditioning() == Conditioning.PROJECTION) {
            copied += copy(arrays, prefix + EMBEDDING, graph, EMBEDDING, "W");
            graph.getLayer(SUM).getParam("W").assign(1);
            copied += spec.featureWidth();
        }
        Dl4jArrayMapping.requireComplete(copied, graph.numParams());
        return graph;
    }

    private static long copy(
            List<NamedArray> arrays, String name, ComputationGraph graph, String layer, String parameter) {
        NamedArray array = arrays.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(Dl4jArrayMapping::incomplete);
        Dl4jArrayMapping.copy(array, graph.getLayer(layer).getParam(parameter));
        return array.values().length;
    }

    /** Whether the discriminator is more than a sequence of layers. */
    static boolean isNeeded(GanSpec spec) {
        return spec.conditioning() == Conditioning.PROJECTION
                || spec.conditioning().hasHead()
                || spec.discriminator().hasRegisters();
    }

    private GraphBuilder build() {
        InputType images = Dl4jLayerSequence.inputType(spec.discriminator(), spec.discriminatorInput());
        if (spec.conditioning().hasHead()) {
            builder.addLayer(
                    HEAD, Dl4jLayerWriter.dense(spec.featureWidth(), spec.headWidth(), true), network.features());
            return builder.setOutputs(network.last(), HEAD).setInputTypes(images);
        }
        if (spec.conditioning() != Conditioning.PROJECTION) {
            return builder.setOutputs(network.last()).setInputTypes(images);
        }
        addProjection();
        return builder.setOutputs(OUTPUT).setInputTypes(images, InputType.feedForward(spec.classes()));
    }

    private void addProjection() {
        int width = spec.featureWidth();
        builder.addInputs(LABEL)
                .addLayer(EMBEDDING, Dl4jLayerWriter.dense(spec.classes(), width, false), LABEL)
                .addVertex(
                        "product", new ElementWiseVertex(ElementWiseVertex.Op.Product), EMBEDDING, network.features())
                .addLayer(SUM, Dl4jLayerWriter.dense(width, 1, false), "product")
                .addVertex(OUTPUT, new ElementWiseVertex(ElementWiseVertex.Op.Add), network.last(), SUM);
    }
}
