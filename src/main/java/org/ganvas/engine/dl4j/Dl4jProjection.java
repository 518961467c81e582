package org.ganvas.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.ganvas.engine.spec.Extent;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A discriminator with a projection term (Miyato and Koyama, 1802.05637) as a stock ComputationGraph: logit plus the sum
 * of embedding times features, where the embedding is a dense layer over the one-hot label and the sum one of ones. One
 * thread, once.
 */
final class Dl4jProjection {

    static final String PICTURE = "picture";
    static final String LABEL = "label";
    static final String OUTPUT = "logit";

    private static final String EMBEDDING = "embedding";
    private static final String SUM = "sum";

    private final GanSpec spec;
    private final GraphBuilder builder;
    private String last = PICTURE;
    private String features = PICTURE;

    private Dl4jProjection(GanSpec spec) {
        this.spec = spec;
        builder = Dl4jConfiguration.base(new NoOp()).graphBuilder().addInputs(PICTURE, LABEL);
    }

    /**
     * The graph with its weights.
     *
     * @param prefix of the arrays' names
     * @throws org.ganvas.engine.spec.SpecException with one sentence, if a layer has no counterpart or an array is
     *     missing
     */
    static ComputationGraph model(GanSpec spec, List<NamedArray> arrays, String prefix) {
        Dl4jProjection projection = new Dl4jProjection(spec);
        ComputationGraph graph = new ComputationGraph(projection.build().build());
        graph.init();
        long put = Dl4jArrays.fill(
                arrays,
                prefix,
                name -> graph.getLayer(layerName(Dl4jArrays.layer(name))).getParam(Dl4jArrays.kind(name)));
        NamedArray embedding = arrays.stream()
                .filter(array -> array.name().equals(prefix + EMBEDDING))
                .findFirst()
                .orElseThrow(Dl4jArrays::incomplete);
        Dl4jArrays.put(embedding, graph.getLayer(EMBEDDING).getParam("W"));
        graph.getLayer(SUM).getParam("W").assign(1);
        Dl4jArrays.requireAll(put + embedding.values().length + spec.featureWidth(), graph.numParams());
        return graph;
    }

    private GraphBuilder build() {
        NetworkSpec network = spec.discriminator();
        Extent input = Extent.of(spec.image());
        for (Dl4jSteps.Step step : Dl4jSteps.of(network, input)) {
            InputPreProcessor before = step.before();
            if (before != null) {
                String name = "shape" + step.ours();
                builder.addVertex(name, new PreprocessorVertex(before), last);
                last = name;
            }
            if (step.ours() == network.lastDense()) {
                features = last;
            }
            builder.addLayer(layerName(step.ours()), step.layer(), last);
            last = layerName(step.ours());
        }
        addTerm();
        InputType pictures = Dl4jSteps.inputType(network, input);
        return builder.setOutputs(OUTPUT).setInputTypes(pictures, InputType.feedForward(spec.classes()));
    }

    private void addTerm() {
        int width = spec.featureWidth();
        builder.addLayer(EMBEDDING, Dl4jLayers.dense(spec.classes(), width, false), LABEL)
                .addVertex("product", new ElementWiseVertex(ElementWiseVertex.Op.Product), EMBEDDING, features)
                .addLayer(SUM, Dl4jLayers.dense(width, 1, false), "product")
                .addVertex(OUTPUT, new ElementWiseVertex(ElementWiseVertex.Op.Add), last, SUM);
    }

    private static String layerName(int ours) {
        return "layer" + ours;
    }
}
