package org.ganvas.bench.faults;

import java.util.Arrays;
import org.ganvas.data.SeededRandomStream;

/** Random corruptions of a file: changed, lost, repeated or truncated bytes. Pure functions of a random stream. */
enum FaultCase {
    FLIPPED_BITS {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            byte[] bad = good.clone();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bad;
        }
    },
    OVERWRITTEN_RANGE {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            byte[] bad = good.clone();
            int from = random.nextInt(bad.length);
            int to = Math.min(bad.length, from + 1 + random.nextInt(512));
            for (int i = from; i < to; i++) {
                bad[i] = (byte) random.nextInt(256);
            }
            return bad;
        }
    },
    ZEROED_RANGE {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            byte[] bad = good.clone();
            int from = random.nextInt(bad.length);
            Arrays.fill(bad, from, Math.min(bad.length, from + 1 + random.nextInt(4096)), (byte) 0);
            return bad;
        }
    },
    CUT_END {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            return Arrays.copyOf(good, random.nextInt(good.length));
        }
    },
    CUT_BEGINNING {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            return Arrays.copyOfRange(good, 1 + random.nextInt(good.length - 1), good.length);
        }
    },
    CUT_MIDDLE {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            int from = random.nextInt(good.length);
            int to = Math.min(good.length, from + 1 + random.nextInt(1024));
            byte[] bad = Arrays.copyOf(good, good.length - (to - from));
            System.arraycopy(good, to, bad, from, good.length - to);
            return bad;
        }
    },
    INSERTED_BYTES {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            int at = random.nextInt(good.length);
            int length = 1 + random.nextInt(1024);
            byte[] bad = Arrays.copyOf(good, good.length + length);
            System.arraycopy(good, at, bad, at + length, good.length - at);
            for (int i = at; i < at + length; i++) {
                bad[i] = (byte) random.nextInt(256);
            }
            return bad;
        }
    },
    TRAILING_GARBAGE {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            byte[] bad = Arrays.copyOf(good, good.length + 1 + random.nextInt(1024));
            for (int i = good.length; i < bad.length; i++) {
                bad[i] = (byte) random.nextInt(256);
            }
            return bad;
        }
    },
    SWAPPED_RANGES {
        @Override
        byte[] corrupt(byte[] good, SeededRandomStream random) {
            byte[] bad = good.clone();
            int length = 1 + random.nextInt(good.length / 4);
            int one = random.nextInt(good.length - length);
            int other = random.nextInt(good.length - length);
            System.arraycopy(good, one, bad, other, length);
            System.arraycopy(good, other, bad, one, length);
            return bad;
        }
    };

    /** Corrupted copy of the bytes. */
    abstract byte[] corrupt(byte[] good, SeededRandomStream random);
}
