package org.ganvas.engine.net;

import java.util.List;
import java.util.stream.Stream;

/** Network of one player, with what is trained and stored of it. Belongs to one thread; holds native memory until closed. */
public sealed interface PlayerNetwork extends AutoCloseable permits Generator, Discriminator, Encoder {

    /** The trained arrays, in a fixed order. */
    List<NamedTensor> parameters();

    /** The running statistics, in a fixed order. */
    List<NamedTensor> statistics();

    /** Whether the output needs each of the trained arrays, in their order, where a number of stages have come in. */
    boolean[] liveParameters(double growth);

    /** Parameters, then running statistics. */
    default List<NamedTensor> variables() {
        return Stream.concat(parameters().stream(), statistics().stream()).toList();
    }

    @Override
    void close();
}
