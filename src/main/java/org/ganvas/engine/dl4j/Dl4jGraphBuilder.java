package org.ganvas.engine.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Builder of a stock ComputationGraph from a network: layers in a row, and vertices that add or merge what registers keep.
 * One thread, once.
 */
final class Dl4jGraphBuilder {

    private final GraphBuilder builder;
    private final NetworkSpec network;
    private final Map<String, String> registers = new HashMap<>();
    private String last;
    private String features;

    /**
     * Adds all layers of a network.
     *
     * @param input name of the graph's input, which is added
     * @throws org.ganvas.engine.spec.base.SpecException if a layer has no counterpart
     */
    Dl4jGraphBuilder(GraphBuilder builder, String input, NetworkSpec network, LayerShape shape) {
        this.builder = builder;
        this.network = network;
        last = input;
        features = input;
        builder.addInputs(input);
        Dl4jLayerSequence.of(network, shape).forEach(this::add);
    }

    /** A graph of a network alone, with its weights. */
    static ComputationGraph model(
            NetworkSpec network, LayerShape shape, String input, List<NamedArray> arrays, String prefix) {
        GraphBuilder builder = Dl4jConfigurationBuilder.base(new NoOp()).graphBuilder();
        Dl4jGraphBuilder built = new Dl4jGraphBuilder(builder, input, network, shape);
        ComputationGraph graph = new ComputationGraph(builder.setOutputs(built.last())
                .setInputTypes(Dl4jLayerSequence.inputType(network, shape))
                .build());
        graph.init();
        Dl4jArrayMapping.requireComplete(fill(graph, arrays, prefix), graph.numParams());
        return graph;
    }

    /** Copies the weights of the network's layers; returns the count of numbers. */
    static long fill(ComputationGraph graph, List<NamedArray> arrays, String prefix) {
        return Dl4jArrayMapping.fill(
                arrays,
                prefix,
                name -> graph.getLayer(layerName(Dl4jArrayMapping.layerIndex(name)))
                        .getParam(Dl4jArrayMapping.parameterName(name)));
    }

    private void add(Dl4jLayerSequence.Step step) {
        if (step.preprocessor() != null) {
            String name = "shape" + step.index();
            builder.addVertex(name, new PreprocessorVertex(step.preprocessor()), last);
            last = name;
        }
        if (step.index() == network.lastDense()) {
            features = last;
        }
        Layer layer = step.layer();
        if (layer != null) {
            builder.addLayer(layerName(step.index()), layer, last);
            last = layerName(step.index());
        } else {
            use(step.index(), Objects.requireNonNull(step.register()));
        }
    }

    private void use(int index, RegisterLayerSpec register) {
        if (register instanceof RegisterLayerSpec.Keep) {
            registers.put(register.name(), last);
            return;
        }
        String kept = Objects.requireNonNull(registers.get(register.name()));
        if (register instanceof RegisterLayerSpec.Join join) {
            String name = "join" + index;
            builder.addVertex(
                    name,
                    join.how() == RegisterLayerSpec.How.ADD
                            ? new ElementWiseVertex(ElementWiseVertex.Op.Add)
                            : new MergeVertex(),
                    last,
                    kept);
            last = name;
        } else {
            last = kept;
        }
    }

    /** Name of the vertex of the network's output. */
    String last() {
        return last;
    }

    /** Name of the vertex of the input of the last dense layer. */
    String features() {
        return features;
    }

    private static String layerName(int index) {
        return "layer" + index;
    }
}
