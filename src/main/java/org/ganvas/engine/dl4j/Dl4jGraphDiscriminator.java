package org.ganvas.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A discriminator that is more than a stack, as a stock ComputationGraph. A projection term (Miyato and Koyama,
 * 1802.05637) is added to the logit as the sum of embedding times features, where the embedding is a dense layer over the
 * one-hot label and the sum one of ones; a second head is a second output. One thread, once.
 */
final class Dl4jGraphDiscriminator {

    private static final String PICTURE = "picture";
    private static final String LABEL = "label";
    private static final String OUTPUT = "logit";

    private static final String EMBEDDING = "embedding";
    private static final String SUM = "sum";
    private static final String HEAD = "head";

    private final GanSpec spec;
    private final GraphBuilder builder;
    private String last = PICTURE;
    private String features = PICTURE;

    private Dl4jGraphDiscriminator(GanSpec spec) {
        this.spec = spec;
        builder = Dl4jConfiguration.base(new NoOp()).graphBuilder().addInputs(PICTURE);
    }

    /**
     * The graph with its weights.
     *
     * @param prefix of the arrays' names
     * @throws org.ganvas.engine.spec.SpecException with one sentence, if a layer has no counterpart or an array is
     *     missing
     */
    static ComputationGraph model(GanSpec spec, List<NamedArray> arrays, String prefix) {
        Dl4jGraphDiscriminator judge = new Dl4jGraphDiscriminator(spec);
        ComputationGraph graph = new ComputationGraph(judge.build().build());
        graph.init();
        long put = Dl4jArrayMapping.fill(
                arrays,
                prefix,
                name -> graph.getLayer(layerName(Dl4jArrayMapping.layerIndex(name))).getParam(Dl4jArrayMapping.parameterName(name)));
        if (spec.conditioning().hasHead()) {
            put += put(arrays, prefix + HEAD + "/weight", graph, HEAD, "W");
            put += put(arrays, prefix + HEAD + "/bias", graph, HEAD, "b");
        } else {
            put += put(arrays, prefix + EMBEDDING, graph, EMBEDDING, "W");
            graph.getLayer(SUM).getParam("W").assign(1);
            put += spec.featureWidth();
        }
        Dl4jArrayMapping.requireComplete(put, graph.numParams());
        return graph;
    }

    private static long put(
            List<NamedArray> arrays, String name, ComputationGraph graph, String layer, String parameter) {
        NamedArray array = arrays.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(Dl4jArrayMapping::incomplete);
        Dl4jArrayMapping.put(array, graph.getLayer(layer).getParam(parameter));
        return array.values().length;
    }

    /** Whether the discriminator is more than a stack. */
    static boolean isNeeded(GanSpec spec) {
        return spec.conditioning() == Conditioning.PROJECTION
                || spec.conditioning().hasHead();
    }

    private GraphBuilder build() {
        NetworkSpec network = spec.discriminator();
        LayerShape input = spec.judgedExtent();
        for (Dl4jLayerSequence.Step step : Dl4jLayerSequence.of(network, input)) {
            InputPreProcessor before = step.preprocessor();
            if (before != null) {
                String name = "shape" + step.index();
                builder.addVertex(name, new PreprocessorVertex(before), last);
                last = name;
            }
            if (step.index() == network.lastDense()) {
                features = last;
            }
            builder.addLayer(layerName(step.index()), step.layer(), last);
            last = layerName(step.index());
        }
        InputType pictures = Dl4jLayerSequence.inputType(network, input);
        if (spec.conditioning().hasHead()) {
            builder.addLayer(HEAD, Dl4jLayerWriter.dense(spec.featureWidth(), spec.headWidth(), true), features);
            return builder.setOutputs(last, HEAD).setInputTypes(pictures);
        }
        addTerm();
        return builder.setOutputs(OUTPUT).setInputTypes(pictures, InputType.feedForward(spec.classes()));
    }

    private void addTerm() {
        int width = spec.featureWidth();
        builder.addInputs(LABEL)
                .addLayer(EMBEDDING, Dl4jLayerWriter.dense(spec.classes(), width, false), LABEL)
                .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), EMBEDDING, features)
                .addLayer(SUM, Dl4jLayerWriter.dense(width, 1, false), "product")
                .addVertex(OUTPUT, new ElementWiseVertex(ElementWiseVertex.Op.Add), last, SUM);
    }

    private static String layerName(int ours) {
        return "layer" + ours;
    }
}
