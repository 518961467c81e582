package org.ganvas.engine.autodiff;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.ganvas.engine.autodiff.onednn.OneDnn;
import org.ganvas.engine.autodiff.onednn.OneDnnProduct;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Matrix products by direct calls of the BLAS that comes with ND4J, because ND4J's wrapper wants results in column order
 * and allocates, which costs a third of the time at these sizes. Pure functions.
 */
public final class MatrixOps {

    /** Products from which oneDNN is faster than OpenBLAS, and the least side of the result. */
    private static final long LEAST_PRODUCTS = 1_000_000;

    private static final int LEAST_SIDE = 16;

    private MatrixOps() {}

    /**
     * The matrix product of [m, k] and [k, n], each optionally transposed first; for [batch, m, k] and [batch, k, n] one
     * product per item.
     */
    public static Tensor matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        long m = rows(a, transposeA);
        long n = columns(b, transposeB);
        Tensor out = a.rank() == 3 ? Tensor.empty(a.type(), a.size(0), m, n) : Tensor.empty(a.type(), m, n);
        gemm(a, transposeA, b, transposeB, 0, out);
        return OpRecorder.record(
                out,
                (i, g) -> i == 0 ? byLeft(a, transposeA, b, transposeB, g) : byRight(a, transposeA, b, transposeB, g),
                a,
                b);
    }

    /** The matrix product of [m, k] and [k, n]. */
    public static Tensor matmul(Tensor a, Tensor b) {
        return matmul(a, false, b, false);
    }

    /**
     * The dense layer x W + b.
     *
     * @param x [batch, inputs]
     * @param weight [inputs, units]
     * @param bias [units]
     * @return [batch, units]
     */
    public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        Tensor out = product(x, weight, bias);
        return OpRecorder.record(
                out,
                (i, g) -> switch (i) {
                    case 0 -> matmul(g, false, weight, true);
                    case 1 -> matmul(x, true, g, false);
                    default -> ReductionOps.sumTo(g, bias.shape());
                },
                x,
                weight,
                bias);
    }

    private static Tensor product(Tensor x, Tensor weight, Tensor bias) {
        int m = (int) x.size(0);
        int n = (int) weight.size(1);
        int k = (int) weight.size(0);
        if (x.size(1) == k && isFasterByOneDnn(x, m, n, k)) {
            OneDnnProduct.Shape shape = new OneDnnProduct.Shape(m, n, k, false, false);
            PendingResult.Joinable.Work work = (out, added, slope) -> OneDnnProduct.multiply(
                    shape, address(x), address(weight), added == null ? null : address(added), slope, out.plain());
            return Tensor.pending(new PendingResult.Joinable(work, bias, x.type(), m, n));
        }
        Tensor out = Tensor.empty(x.type(), m, n);
        out.storage().fillRows(bias.storage());
        gemm(x, false, weight, false, 1, out);
        return out;
    }

    /** Writes the column sums of [m, n] into a tensor of n elements, by a product with ones: much faster than ND4J's sum. */
    static void columnSums(Tensor a, Tensor out) {
        Tensor ones = Tensor.filled(1, a.type(), 1, a.size(0));
        gemm(ones, false, a, false, 0, new Tensor(out.storage(), new long[] {1, a.size(1)}, null, false));
    }

    private static Tensor byLeft(Tensor a, boolean ta, Tensor b, boolean tb, Tensor g) {
        return ta ? matmul(b, tb, g, true) : matmul(g, false, b, !tb);
    }

    private static Tensor byRight(Tensor a, boolean ta, Tensor b, boolean tb, Tensor g) {
        return tb ? matmul(g, true, a, ta) : matmul(a, !ta, g, false);
    }

    private static long rows(Tensor a, boolean transposed) {
        return a.size(a.rank() - (transposed ? 1 : 2));
    }

    private static long columns(Tensor a, boolean transposed) {
        return a.size(a.rank() - (transposed ? 2 : 1));
    }

    private static void gemm(Tensor a, boolean ta, Tensor b, boolean tb, double beta, Tensor out) {
        int batch = a.rank() == 3 ? (int) a.size(0) : 1;
        if (a.rank() != b.rank()
                || a.rank() < 2
                || a.rank() > 3
                || batch != (b.rank() == 3 ? b.size(0) : 1)
                || columns(a, ta) != rows(b, tb)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "matrices %s%s and %s%s do not fit",
                    Arrays.toString(a.shape()),
                    ta ? "ᵀ" : "",
                    Arrays.toString(b.shape()),
                    tb ? "ᵀ" : ""));
        }
        int m = (int) rows(a, ta);
        int n = (int) columns(b, tb);
        int k = (int) columns(a, ta);
        if (a.rank() == 2 && beta == 0 && isFasterByOneDnn(a, m, n, k)) {
            OneDnnProduct.multiply(
                    new OneDnnProduct.Shape(m, n, k, ta, tb), address(a), address(b), null, 1, address(out));
            return;
        }
        for (int i = 0; i < batch; i++) {
            gemm(i, a, ta, b, tb, beta, out);
        }
    }

    private static boolean isFasterByOneDnn(Tensor a, int m, int n, int k) {
        return a.type() == DataType.FLOAT
                && n >= LEAST_SIDE
                && m >= LEAST_SIDE
                && (long) m * n * k >= LEAST_PRODUCTS
                && OneDnn.isAvailable();
    }

    private static Pointer address(Tensor tensor) {
        return tensor.storage().address().position(0);
    }

    /** The product of one item of a batch. */
    private static void gemm(int item, Tensor a, boolean ta, Tensor b, boolean tb, double beta, Tensor out) {
        int m = (int) rows(a, ta);
        int n = (int) columns(b, tb);
        int k = (int) columns(a, ta);
        int opA = ta ? CblasTrans : CblasNoTrans;
        int opB = tb ? CblasTrans : CblasNoTrans;
        int strideA = ta ? m : k;
        int strideB = tb ? k : n;
        // Tensors may share their memory, and then the same item has the same position in all of them.
        Pointer pa = a.storage().address().position((long) item * m * k);
        Pointer pb = b.storage().address().position((long) item * k * n);
        Pointer po = out.storage().address().position((long) item * m * n);
        if (a.type() == DataType.FLOAT) {
            cblas_sgemm(
                    CblasRowMajor,
                    opA,
                    opB,
                    m,
                    n,
                    k,
                    1f,
                    (FloatPointer) pa,
                    strideA,
                    (FloatPointer) pb,
                    strideB,
                    (float) beta,
                    (FloatPointer) po,
                    n);
        } else {
            cblas_dgemm(
                    CblasRowMajor,
                    opA,
                    opB,
                    m,
                    n,
                    k,
                    1,
                    (DoublePointer) pa,
                    strideA,
                    (DoublePointer) pb,
                    strideB,
                    beta,
                    (DoublePointer) po,
                    n);
        }
    }
}
