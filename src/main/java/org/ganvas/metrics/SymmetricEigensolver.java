package org.ganvas.metrics;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi rotations (Golub and Van Loan, 8.5): simple, and exact to
 * rounding even where eigenvalues are zero or equal. For sizes up to some hundred. Must not be modified; any thread.
 *
 * @param values in no particular order
 * @param vectors row i belongs to value i; the rows are orthonormal
 */
record SymmetricEigensolver(double[] values, double[][] vectors) {

    private static final int MAX_SWEEPS = 64;

    /** Tolerance: squared off-diagonal elements as a share of all squared elements. */
    private static final double NEGLIGIBLE = 1e-30;

    static SymmetricEigensolver of(double[][] symmetric) {
        int size = symmetric.length;
        double[][] a = new double[size][];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = symmetric[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonalSquares(a) > NEGLIGIBLE * frobeniusSquared(a); sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigensolver(values, vectors);
    }

    /** V f(values) V&#7488; with f = sqrt: the symmetric square root of the matrix; negative eigenvalues count as 0. */
    double[][] squareRoot() {
        int size = values.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            double scale = Math.sqrt(Math.max(0, values[i]));
            for (int r = 0; r < size; r++) {
                for (int c = 0; c < size; c++) {
                    root[r][c] += scale * vectors[i][r] * vectors[i][c];
                }
            }
        }
        return root;
    }

    private static double offDiagonalSquares(double[][] a) {
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < a.length; c++) {
                sum += r == c ? 0 : a[r][c] * a[r][c];
            }
        }
        return sum;
    }

    private static double frobeniusSquared(double[][] a) {
        double sum = offDiagonalSquares(a);
        for (int i = 0; i < a.length; i++) {
            sum += a[i][i] * a[i][i];
        }
        return sum;
    }

    /** Jacobi rotation of rows and columns p and q that makes a[p][q] 0. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (double[] row : a) {
            double before = row[p];
            row[p] = cosine * before - sine * row[q];
            row[q] = sine * before + cosine * row[q];
        }
        rotateRows(a[p], a[q], cosine, sine);
        rotateRows(vectors[p], vectors[q], cosine, sine);
        a[p][q] = 0;
        a[q][p] = 0;
    }

    private static void rotateRows(double[] p, double[] q, double cosine, double sine) {
        for (int k = 0; k < p.length; k++) {
            double before = p[k];
            p[k] = cosine * before - sine * q[k];
            q[k] = sine * before + cosine * q[k];
        }
    }
}
