/** Statistics of the source code, and comparison of two builds. */
package org.ganvas.bench.code;
