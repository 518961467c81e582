package org.ganvas.data.decode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganvas.data.ImageShape;

/** Process of its own, with a small heap, that decodes large files at once and prints the levels that occur. */
final class LargeImageMain {

    private LargeImageMain() {}

    public static void main(String[] args) throws ImageFaultException {
        // Two at a time, as the reader of folders does on two cores.
        List<byte[]> twice = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> pixels(Path.of(args[0])))
                .toList();
        IntStream levels = twice.stream()
                .flatMapToInt(pixels -> IntStream.range(0, pixels.length).map(i -> pixels[i] & 0xFF));
        System.out.println(levels.distinct().sorted().mapToObj(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static byte[] pixels(Path file) {
        try {
            return ImageFileDecoder.decode(file, new ImageShape(3, 32, 32)).pixels();
        } catch (ImageFaultException fault) {
            throw new IllegalStateException(fault.reason().english());
        }
    }
}
