import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What somebody writes who has Deeplearning4j and nothing of ours: loads the two exported networks, draws with one, judges
 * with the other, prints the largest differences from the numbers beside them.
 */
public class Check {

    public static void main(String[] args) throws Exception {
        File folder = new File(args[0]);
        MultiLayerNetwork generator = MultiLayerNetwork.load(new File(folder, "generator.zip"), false);
        INDArray pictures = generator.output(read(folder, "inputs"));
        ComputationGraph discriminator = ComputationGraph.load(new File(folder, "discriminator.zip"), false);
        INDArray logits = discriminator.outputSingle(read(folder, "seen"), read(folder, "labels"));
        System.out.println("pictures " + pictures.sub(read(folder, "pictures")).amaxNumber());
        System.out.println("logits " + logits.sub(read(folder, "logits")).amaxNumber());
        System.out.println("ours " + ours());
    }

    private static boolean ours() {
        try {
            Class.forName("org.ganvas.engine.Engine");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static INDArray read(File folder, String name) throws Exception {
        try (DataInputStream in = new DataInputStream(new FileInputStream(new File(folder, name)))) {
            int rows = in.readInt();
            int columns = in.readInt();
            float[] values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
            return Nd4j.createFromArray(values).reshape(rows, columns);
        }
    }
}
