/** Training of the classifiers that the program brings along. Command-line programs, one thread. */
package org.ganvas.bench.classifier;
