package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.ganvas.data.FileException;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.message.MessageBundles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Malicious and damaged model files. */
class HostileModelTest extends CorruptModel {

    /** Bytes of the format before the first weight. */
    private static final int SHAPE_LENGTH_AT = 18;

    private static final int ROWS_AT = 18 + 8 + 6 + 8;
    private static final int COUNT_AT = ROWS_AT + 8 + 4 * 8 + 18;
    private static final int FIRST_WEIGHT = COUNT_AT + 8 + 7;

    private static final long SMALL = 24L << 20;

    @Test
    void validModelIsRead() throws IOException {
        assertEquals(7, read().layers().size());
    }

    @Test
    void unknownLayerIsRefusedByNumberAndKind() throws IOException {
        rewrite(json -> json.replace("conf.layers.Deconvolution2D", "conf.layers.LSTM"));
        assertRefused("layer 5 is of the kind 'LSTM'");
    }

    @Test
    void refusalIsAMessageInBothLanguages() throws IOException {
        rewrite(json -> json.replace("conf.layers.Deconvolution2D", "conf.layers.LSTM"));
        FileException refused = assertThrows(FileException.class, this::read);
        assertTrue(MessageBundles.text(refused.message(), Locale.SIMPLIFIED_CHINESE)
                .startsWith("第 5 层属于“LSTM”类"));
    }

    @Test
    void settingsOutsideALayersRangeAreRefusedWithTheLayersReason() throws IOException {
        rewrite(json -> json.replace("\"p\" : 0.5", "\"p\" : 2.0"));
        assertRefused("is not valid (");
        rewrite(json -> json.replaceFirst("\"eps\" : [^,]*,", "\"eps\" : 0.0,"));
        assertRefused("layer 2 is not valid (");
    }

    @Test
    void namedClassIsNeverLoaded() throws IOException {
        String[] gadgets = {
            "com.sun.rowset.JdbcRowSetImpl",
            "org.ganvas.engine.dl4j.SpoiledGadget",
            "org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer",
            "org.deeplearning4j.nn.conf.layers.../../evil"
        };
        for (String gadget : gadgets) {
            rewrite(json -> json.replace("org.deeplearning4j.nn.conf.layers.Deconvolution2D", gadget));
            assertRefused("cannot be read");
            rewrite(json -> json.replace("org.nd4j.linalg.activations.impl.ActivationTanH", gadget));
            assertRefused("cannot be read");
            rewrite(json ->
                    json.replace("org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor", gadget));
            assertRefused("cannot be read");
            rewrite(json -> json.replace("org.deeplearning4j.nn.conf.dropout.Dropout", gadget));
            assertRefused("cannot be read");
        }
        assertNull(System.getProperty("ganvas.gadget"), "a class was used because a file named it");
    }

    @Test
    void unknownSettingsAreRefused() throws IOException {
        rewrite(json -> json.replace("\"hasLayerNorm\" : false", "\"hasLayerNorm\" : true"));
        assertRefused("layer 1 uses 'hasLayerNorm'");
        rewrite(json -> json.replace("\"hasLayerNorm\" : false", "\"magic\" : false"));
        assertRefused("layer 1 has a setting 'magic'");
        rewrite(json -> json.replace("\"confs\" :", "\"more\" : 1, \"confs\" :"));
        assertRefused("setting 'more'");
        rewrite(json -> json.replace("\"dilation\" : [ 1, 1 ]", "\"dilation\" : [ 2, 2 ]"));
        assertRefused("dilated");
        rewrite(json -> json.replace("\"NCHW\"", "\"NHWC\""));
        assertRefused("other than NCHW");
        rewrite(json -> json.replace("\"kernelSize\" : [ 4, 4 ]", "\"kernelSize\" : [ 4, 3 ]"));
        assertRefused("square");
        rewrite(json -> json.replace("ActivationTanH", "ActivationSigmoid"));
        assertRefused("end a generator in a tanh");
    }

    @Test
    void hugeSizesAreRefusedBeforeMemoryIsAllocated() throws IOException {
        String[][] changes = {
            {"\"nin\" : 100", "\"nin\" : 2000000000", "from 1 to"},
            {"\"nin\" : 100", "\"nin\" : 99999999999", "from 1 to"},
            {"\"nin\" : 100", "\"nin\" : -1", "from 1 to"},
            {"\"nin\" : 100", "\"nin\" : 1.5", "from 1 to"},
            {"\"nin\" : 100", "\"nin\" : \"100\"", "from 1 to"},
            {"\"nin\" : 100", "\"nin\" : 16000000", "too large to be meant"},
            {"\"nin\" : 100", "\"nin\" : 1000000", "does not hold the"},
            {"\"nin\" : 100", "\"nin\" : 99", "does not hold the"},
            {"\"kernelSize\" : [ 4, 4 ]", "\"kernelSize\" : [ 100000, 100000 ]", "from 1 to 64"},
            {"\"stride\" : [ 4, 4 ]", "\"stride\" : [ 0, 0 ]", "from 1 to 64"},
            {"\"inputHeight\" : 7", "\"inputHeight\" : 16777216", "but is given 49"},
            {"\"nout\" : 1,", "\"nout\" : 16384,", "does not hold the"},
        };
        for (String[] change : changes) {
            long before = allocated();
            rewrite(json -> json.replace(change[0], change[1]));
            assertRefused(change[2]);
            assertTrue(allocated() - before < SMALL, change[1] + " took " + (allocated() - before) + " bytes");
        }
    }

    @Test
    void weightsOfWrongLengthAreRefused() throws IOException {
        byte[] weights = parts().get(COEFFICIENTS);
        for (int length : new int[] {0, 5, 40, FIRST_WEIGHT, weights.length - 4, weights.length - 1}) {
            replaceWeights(Arrays.copyOf(weights, length));
            assertRefused("coefficients.bin");
        }
        replaceWeights(Arrays.copyOf(weights, weights.length + 1));
        assertRefused("longer than it should be");
        replaceWeights(Arrays.copyOf(weights, 2 * weights.length + 1000));
        assertRefused("does not hold the");
    }

    @Test
    void weightsWithAFalseHeaderAreRefused() throws IOException {
        long[] lengths = {-1, 0, Long.MAX_VALUE, Integer.MAX_VALUE, 1L << 40};
        for (long length : lengths) {
            for (int at : new int[] {SHAPE_LENGTH_AT, SHAPE_LENGTH_AT + 14, ROWS_AT, COUNT_AT}) {
                ByteBuffer weights = ByteBuffer.wrap(parts().get(COEFFICIENTS));
                weights.putLong(at, length);
                long before = allocated();
                replaceWeights(weights.array());
                assertRefused("coefficients.bin");
                assertTrue(allocated() - before < SMALL, length + " at " + at);
            }
        }
        for (String[] change : new String[][] {
            {"MIXED_DATA_TYPES", "JAVACPP_DATATYPE", "before 1.0.0-beta4"},
            {"FLOAT", "INT32", "of the type INT32"},
            {"LONG", "INT8", "no shape"}
        }) {
            String text = new String(parts().get(COEFFICIENTS), StandardCharsets.ISO_8859_1);
            replaceWeights(text.replace(change[0], change[1]).getBytes(StandardCharsets.ISO_8859_1));
            assertRefused(change[2]);
        }
    }

    @Test
    void weightsThatAreNotFiniteAreRefused() throws IOException {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            ByteBuffer weights = ByteBuffer.wrap(parts().get(COEFFICIENTS));
            weights.putFloat(FIRST_WEIGHT + 40, bad);
            replaceWeights(weights.array());
            assertRefused("not all finite");
        }
        ByteBuffer weights = ByteBuffer.wrap(parts().get(COEFFICIENTS));
        int variance = FIRST_WEIGHT + 4 * (100 * 49 + 49 + 3 * 49);
        weights.putFloat(variance, -1);
        replaceWeights(weights.array());
        assertRefused("variances");
    }

    @Test
    void jsonThatIsNoModelIsRefused() throws IOException {
        String deep = "[".repeat(100_000);
        String[] texts = {"", "{", "[]", "null", "42", "{}", deep, "{\"confs\":" + deep, "{\"confs\":[]}", "\u0000"};
        for (String text : texts) {
            long before = allocated();
            rewrite(json -> text);
            assertRefused("");
            assertTrue(allocated() - before < SMALL, "bytes taken");
        }
        rewrite(json -> json + "{}");
        assertRefused("damaged");
        rewrite(json -> json.replaceFirst("\"nin\" : 100", "\"nin\" : 100, \"nin\" : 5"));
        assertRefused("damaged");
        rewrite(json -> json.replaceFirst("\"1\" : \\{", "\"77\" : {").replaceFirst("\"4\" : \\{", "\"77\" : {"));
        assertRefused("a layer that is not there");
        rewrite(json -> "{\"vertices\":{}}");
        assertRefused("ComputationGraph");
    }

    @Test
    void unknownPartsAreRefusedAndTheOptimizersStateIsNotRead() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put("updaterState.bin", "\u00ac\u00ed\u0000\u0005evil".getBytes(StandardCharsets.ISO_8859_1));
        write(parts);
        assertEquals(7, read().layers().size());
        parts.put("preprocessor.bin", new byte[] {1});
        write(parts);
        assertRefused("'preprocessor.bin'");
        parts = parts();
        parts.put("normalizer.bin", new byte[] {1});
        write(parts);
        assertRefused("save the model again without one");
        parts = parts();
        parts.remove(COEFFICIENTS);
        write(parts);
        assertRefused("coefficients.bin is missing");
    }

    @Test
    void twoPartsOfOneNameAreRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put("configuration.jsox", parts.get(CONFIGURATION));
        write(parts);
        byte[] twice = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace("jsox", "json")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, twice);
        assertRefused("twice");
    }

    @Test
    void zipBombsAreRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(CONFIGURATION, new byte[64 << 20]);
        write(parts);
        assertTrue(Files.size(file) < 200_000, "a bomb is small");
        long before = allocated();
        assertRefused("too long");
        assertTrue(allocated() - before < SMALL, "the bomb took memory");

        rewrite(json -> json.replace("\"nin\" : 100", "\"nin\" : 200000"));
        parts = readBack();
        parts.put(COEFFICIENTS, new byte[40_000_000]);
        write(parts);
        before = allocated();
        assertRefused("larger than the file can hold");
        assertTrue(allocated() - before < SMALL, "the bomb took memory");
    }

    @Test
    void filesOtherThanZipsAreRefused() throws IOException {
        for (byte[] bytes :
                new byte[][] {{}, {1, 2, 3}, new byte[1000], "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)}) {
            Files.write(file, bytes);
            assertRefused("");
        }
    }

    @Test
    void filesWithFlippedBitsOrTruncatedAreRefusedOrUnchanged() throws IOException {
        ImportedDl4jNetwork whole = read();
        SeededRandomStream random = new SeededRandomStream(4, Purpose.TEST, 0);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bytes = valid();
            if (i % 4 == 3) {
                bytes = Arrays.copyOf(bytes, (int) random.nextDouble(0, bytes.length));
            } else {
                // Half of them in the directory and the header, which are few of the bytes.
                int tail = i % 2 == 0 ? bytes.length : 250;
                int at = bytes.length - 1 - (int) random.nextDouble(0, tail);
                bytes[at] ^= (byte) (1 << (int) random.nextDouble(0, 8));
            }
            Files.write(file, bytes);
            long before = allocated();
            refused += refusedOrSame(whole, i);
            assertTrue(allocated() - before < SMALL, "corruption " + i + " took " + (allocated() - before));
        }
        assertTrue(refused > 200, "refused: " + refused);
    }

    /** With a valid checksum: corrupted before zipping. */
    @Test
    void corruptedContentsAreRefusedOrReadAsANetwork() throws IOException {
        SeededRandomStream random = new SeededRandomStream(5, Purpose.TEST, 0);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            Map<String, byte[]> parts = parts();
            byte[] bytes = parts.get(i % 4 == 0 ? COEFFICIENTS : CONFIGURATION);
            int most = i % 4 == 0 ? FIRST_WEIGHT : bytes.length;
            bytes[(int) random.nextDouble(0, most)] ^= (byte) (1 << (int) random.nextDouble(0, 7));
            write(parts);
            long before = allocated();
            refused += refusedOrSame(null, i);
            assertTrue(allocated() - before < SMALL, "corruption " + i + " took " + (allocated() - before));
        }
        assertTrue(refused > 100, "refused: " + refused);
    }

    private int refusedOrSame(@Nullable ImportedDl4jNetwork whole, int i) {
        try {
            ImportedDl4jNetwork read = read();
            if (whole != null) {
                assertEquals(whole.layers(), read.layers());
                for (int array = 0; array < whole.arrays().size(); array++) {
                    assertTrue(
                            Arrays.equals(
                                    whole.arrays().get(array).values(),
                                    read.arrays().get(array).values()),
                            "corruption " + i);
                }
            }
            return 0;
        } catch (IOException e) {
            assertReason(e);
            return 1;
        } catch (RuntimeException e) {
            throw new AssertionError("corruption " + i, e);
        }
    }

    private void replaceWeights(byte[] weights) throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(COEFFICIENTS, weights);
        write(parts);
    }

    private Map<String, byte[]> readBack() throws IOException {
        Map<String, byte[]> parts = parts();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            parts.put(
                    CONFIGURATION,
                    zip.getInputStream(zip.getEntry(CONFIGURATION)).readAllBytes());
        }
        return parts;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
