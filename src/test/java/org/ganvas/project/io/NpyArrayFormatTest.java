package org.ganvas.project.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class NpyArrayFormatTest {

    /** By hand from the specification: 10 bytes, then a header of 0x76 = 118, together 128; 1 is 3f800000. */
    private static final String GOLDEN = "934e554d5059" + "0100" + "7600"
            + hex("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }" + " ".repeat(58) + "\n")
            + "0000803f" + "000000c0" + "00000000" + "00000080" + "0000c07f" + "0000003f";

    @Test
    void writeGivesTheBytesOfTheSpecification() throws IOException {
        assertEquals(GOLDEN, hex(new long[] {2, 3}, 1, -2, 0, -0f, Float.NaN, 0.5f));
    }

    @Test
    void readGivesBackTheNumbersOfTheSpecification() throws IOException {
        InputStream in = new ByteArrayInputStream(HexFormat.of().parseHex(GOLDEN));
        NpyArrayFormat.Header header = NpyArrayFormat.readHeader(in);
        assertEquals(NpyArrayFormat.Type.FLOAT32, header.type());
        assertArrayEquals(new long[] {2, 3}, header.shape());
        assertEquals(128, header.length());
        assertArrayEquals(new float[] {1, -2, 0, -0f, Float.NaN, 0.5f}, NpyArrayFormat.readFloats(in, 6));
        assertEquals(-1, in.read());
    }

    @Test
    void shapesAreWrittenAsPythonTuples() throws IOException {
        assertTrue(text(new long[0], 1).contains("'shape': (), }"));
        assertTrue(text(new long[] {1}, 1).contains("'shape': (1,), }"));
        assertTrue(text(new long[] {1, 1, 1, 1}, 1).contains("'shape': (1, 1, 1, 1), }"));
    }

    @Test
    void numbersBeginAtAMultipleOf64WhateverTheShape() throws IOException {
        for (long size = 1; size < 1_000_000; size *= 10) {
            byte[] file = bytes(new long[] {1, 1, size, 0});
            assertEquals(0, file.length % 64, "shape with " + size);
            assertEquals('\n', file[file.length - 1]);
        }
    }

    @Test
    void doublesComeBackAsTheyWere() throws IOException {
        double[] values = new double[20_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(i) * Math.pow(10, i % 600 - 300);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyArrayFormat.write(out, new long[] {values.length}, values);
        InputStream in = new ByteArrayInputStream(out.toByteArray());
        assertEquals(NpyArrayFormat.Type.FLOAT64, NpyArrayFormat.readHeader(in).type());
        assertArrayEquals(values, NpyArrayFormat.readDoubles(in, values.length));
    }

    @Test
    void floatsOfManyChunksComeBackAsTheyWere() throws IOException {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        InputStream in = new ByteArrayInputStream(bytes(new long[] {values.length}, values));
        NpyArrayFormat.readHeader(in);
        assertArrayEquals(values, NpyArrayFormat.readFloats(in, values.length));
    }

    @Test
    void readRefusesWhatItDoesNotKnow() throws IOException {
        byte[] good = bytes(new long[] {2}, 1, 2);
        assertRefused(altered(good, 0, 'x'), "NumPy");
        assertRefused(altered(good, 6, 2), "version 1.0");
        assertRefused(altered(good, 9, 0xff), "too long");
        assertRefused(altered(good, 8, 0x75), "header");
        assertRefused(replaced(good, "<f4", ">f4"), "'<f4'");
        assertRefused(replaced(good, "<f4", "|O4"), "'<f4'");
        assertRefused(replaced(good, "False", "True "), "header");
        assertRefused(replaced(good, "(2,)", "(2) "), "header");
        assertRefused(replaced(good, "(2,)", "(,2)"), "shape");
        assertRefused(replaced(good, "(2,)", "(2 )"), "shape");
        assertRefused(new byte[0], "NumPy");
        assertRefused(HexFormat.of().parseHex(GOLDEN.substring(0, 60)), "header");
    }

    @Test
    void readRefusesShapesThatNoArrayCanHave() {
        for (String shape : new String[] {"4294967296,", "9999999999,", "65536, 65536", "1, 1, 1, 1, 1, 1, 1, 1, 1"}) {
            String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }\n";
            byte[] file = HexFormat.of()
                    .parseHex("934e554d50590100" + HexFormat.of().toHexDigits((byte) header.length()) + "00"
                            + hex(header));
            assertRefused(file, "too large");
        }
    }

    @Test
    void numbersThatAreCutShortAreRefused() {
        assertThrows(IOException.class, () -> NpyArrayFormat.readFloats(new ByteArrayInputStream(new byte[7]), 2));
        assertThrows(IOException.class, () -> NpyArrayFormat.readDoubles(new ByteArrayInputStream(new byte[15]), 2));
    }

    @Test
    void writeRefusesAShapeOfOtherSize() {
        assertThrows(IllegalArgumentException.class, () -> bytes(new long[] {3}, 1, 2));
    }

    private static void assertRefused(byte[] file, String because) {
        IOException e =
                assertThrows(IOException.class, () -> NpyArrayFormat.readHeader(new ByteArrayInputStream(file)));
        assertTrue(String.valueOf(e.getMessage()).contains(because), e.getMessage());
    }

    private static byte[] altered(byte[] file, int at, int value) {
        byte[] out = file.clone();
        out[at] = (byte) value;
        return out;
    }

    private static byte[] replaced(byte[] file, String from, String to) {
        return new String(file, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(long[] shape, float... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyArrayFormat.write(out, shape, values);
        return out.toByteArray();
    }

    private static String hex(long[] shape, float... values) throws IOException {
        return HexFormat.of().formatHex(bytes(shape, values));
    }

    private static String text(long[] shape, float... values) throws IOException {
        return new String(bytes(shape, values), StandardCharsets.ISO_8859_1);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
