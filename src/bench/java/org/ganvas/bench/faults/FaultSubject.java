package org.ganvas.bench.faults;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.ganvas.data.SeededRandomStream;

/** File that is corrupted and opened repeatedly.
 *
 * @param name in reports
 * @param file its path
 * @param good its valid content
 * @param corrupt corrupts the content
 * @param open opens the file and returns the outcome
 */
record FaultSubject(
        String name,
        Path file,
        byte[] good,
        BiFunction<FaultCase, SeededRandomStream, byte[]> corrupt,
        Callable<FaultCheck.Outcome> open) {

    /** Subject whose bytes are corrupted directly. */
    static FaultSubject of(String name, Path file, byte[] good, Callable<FaultCheck.Outcome> opening) {
        return new FaultSubject(name, file, good, (kind, random) -> kind.corrupt(good, random), opening);
    }
}
