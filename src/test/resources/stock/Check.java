import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Program of a user with Deeplearning4j alone: loads the two exported networks, runs them, and prints the largest
 * differences from the expected numbers in the same folder. Arguments: the folder, and a class that must be absent.
 */
public class Check {

    public static void main(String[] args) throws Exception {
        File folder = new File(args[0]);
        MultiLayerNetwork generator = MultiLayerNetwork.load(new File(folder, "generator.zip"), false);
        INDArray images = generator.output(read(folder, "inputs"));
        ComputationGraph discriminator = ComputationGraph.load(new File(folder, "discriminator.zip"), false);
        INDArray logits = discriminator.outputSingle(read(folder, "discriminatorInputs"), read(folder, "labels"));
        System.out.println("images " + images.sub(read(folder, "images")).amaxNumber());
        System.out.println("logits " + logits.sub(read(folder, "logits")).amaxNumber());
        System.out.println("own classes " + exists(args[1]));
    }

    private static boolean exists(String className) {
        try {
            Class.forName(className);
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
