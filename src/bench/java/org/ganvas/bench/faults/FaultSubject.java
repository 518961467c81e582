package org.ganvas.bench.faults;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.ganvas.data.RandomStream;

/**
 * A file that is spoiled and opened again and again.
 *
 * @param name what reports call it
 * @param file where it lies
 * @param good what is in it while it is sound
 * @param spoiling makes a bad one of it
 * @param opening says what became of that
 */
record FaultSubject(
        String name,
        Path file,
        byte[] good,
        BiFunction<FaultCase, RandomStream, byte[]> spoiling,
        Callable<FaultCheck.Outcome> opening) {

    /** One that is spoiled as it lies on the disk. */
    static FaultSubject of(String name, Path file, byte[] good, Callable<FaultCheck.Outcome> opening) {
        return new FaultSubject(name, file, good, (kind, random) -> kind.spoil(good, random), opening);
    }
}
