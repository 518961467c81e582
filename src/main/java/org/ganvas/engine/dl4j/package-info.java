/** Networks of ours as stock Deeplearning4j models: for export, and as the referee in the tests. Any one thread. */
@NullMarked
package org.ganvas.engine.dl4j;

import org.jspecify.annotations.NullMarked;
