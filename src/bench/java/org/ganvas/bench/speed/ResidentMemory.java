package org.ganvas.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of this process as Linux counts it; NaN elsewhere. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static boolean resettable = true;

    private ResidentMemory() {}

    /** Resets the peak. */
    static void resetPeak() {
        try {
            Files.writeString(RESET, "5");
        } catch (IOException e) {
            resettable = false;
        }
    }

    static double residentMegabytes() {
        return read("VmRSS:");
    }

    /** Peak in MB; NaN where the system has no peak that can be reset. */
    static double peakMegabytes() {
        return resettable ? read("VmHWM:") : Double.NaN;
    }

    private static double read(String key) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
