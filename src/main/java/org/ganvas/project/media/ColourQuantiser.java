package org.ganvas.project.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Palette of an image: boxes of colours are split at the mean of their widest channel, the one with the greatest squared
 * error first (a variance-based relative of Heckbert's median cut, SIGGRAPH 1982), and every colour is mapped to the
 * nearest entry. An image with no more colours than the palette keeps them exactly. Used by one thread.
 */
final class ColourQuantiser {

    private static final int CHANNELS = 3;

    /** Mask of five bits per channel, for images with more colours than the palette can hold. */
    private static final int COARSE = 0xF8F8F8;

    private static final int EXACT = 0xFFFFFF;

    private final int mask;
    private final int[] palette;
    private final Map<Integer, Integer> indices = new HashMap<>();

    /**
     * @param pixels colours as 0xRRGGBB; higher bits are ignored
     * @param size maximum number of entries
     */
    ColourQuantiser(int[] pixels, int size) {
        boolean few = Arrays.stream(pixels)
                        .map(pixel -> pixel & EXACT)
                        .distinct()
                        .limit(size + 1L)
                        .count()
                <= size;
        mask = few ? EXACT : COARSE;
        List<Cell> cells = cells(pixels);
        palette = split(cells, size).stream().mapToInt(Box::mean).toArray();
        cells.forEach(cell -> indices.put(cell.key, nearest(cell)));
    }

    int[] palette() {
        return palette.clone();
    }

    /** Index of a colour of the pixels that the palette was chosen for. */
    int indexOf(int pixel) {
        Integer index = indices.get(pixel & mask);
        if (index == null) {
            throw new IllegalArgumentException("The palette was chosen for other colours.");
        }
        return index;
    }

    private List<Cell> cells(int[] pixels) {
        Map<Integer, Cell> cells = new HashMap<>();
        for (int pixel : pixels) {
            cells.computeIfAbsent(pixel & mask, Cell::new).add(pixel);
        }
        List<Cell> sorted = new ArrayList<>(cells.values());
        sorted.sort(Comparator.comparingInt(cell -> cell.key));
        return sorted;
    }

    private static List<Box> split(List<Cell> cells, int size) {
        PriorityQueue<Box> open = new PriorityQueue<>(Comparator.comparingDouble((Box box) -> -box.error));
        open.add(new Box(cells));
        while (open.size() < size && open.element().error > 0) {
            Box widest = open.remove();
            open.add(widest.part(false));
            open.add(widest.part(true));
        }
        return new ArrayList<>(open);
    }

    private int nearest(Cell cell) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < palette.length; i++) {
            double distance = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                double difference = cell.mean(channel) - channel(palette[i], channel);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int channel(int rgb, int channel) {
        return (rgb >> (8 * (CHANNELS - 1 - channel))) & 0xff;
    }

    /** Colours that are equal after masking. */
    private static final class Cell {
        private final int key;
        private final long[] sums = new long[CHANNELS];
        private long count;

        Cell(int key) {
            this.key = key;
        }

        void add(int pixel) {
            count++;
            for (int channel = 0; channel < CHANNELS; channel++) {
                sums[channel] += channel(pixel, channel);
            }
        }

        double mean(int channel) {
            return (double) sums[channel] / count;
        }
    }

    /** Cells that share an entry of the palette. */
    private static final class Box {
        private final List<Cell> cells;
        private final double[] means = new double[CHANNELS];
        private int widest;
        private double error;

        Box(List<Cell> cells) {
            this.cells = cells;
            double count = cells.stream().mapToLong(cell -> cell.count).sum();
            for (int channel = 0; channel < CHANNELS; channel++) {
                int c = channel;
                means[c] = cells.stream().mapToLong(cell -> cell.sums[c]).sum() / count;
                double squares = cells.stream()
                        .mapToDouble(cell -> cell.count * Math.pow(cell.mean(c) - means[c], 2))
                        .sum();
                if (squares > error && cells.size() > 1) {
                    error = squares;
                    widest = c;
                }
            }
        }

        /** The cells above the mean of the widest channel, or the others; neither half is empty unless the error is 0. */
        Box part(boolean above) {
            return new Box(cells.stream()
                    .filter(cell -> (cell.mean(widest) > means[widest]) == above)
                    .toList());
        }

        int mean() {
            int rgb = 0;
            for (double mean : means) {
                rgb = (rgb << 8) | (int) Math.round(mean);
            }
            return rgb;
        }
    }
}
