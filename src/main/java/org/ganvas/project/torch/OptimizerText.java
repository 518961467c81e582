package org.ganvas.project.torch;

import java.util.Locale;
import org.ganvas.engine.spec.training.OptimizerSpec;

/**
 * Python lines that build an optimizer and restore its state. Pure, any thread.
 *
 * @param of the update rule with its numbers
 */
record OptimizerText(OptimizerSpec of) {

    /**
     * The lines.
     *
     * @param name of the optimizer
     * @param network expression of the network
     * @param player prefix of the arrays' names
     * @param arrays name of the dictionary from parameters to arrays
     * @param times updates a step
     * @param depth of the indentation
     */
    String lines(String name, String network, String player, String arrays, int times, int depth) {
        String kinds = switch (of.kind()) {
            case ADAM -> "{\"exp_avg\": \"adam/mean\", \"exp_avg_sq\": \"adam/square\"}";
            case RMSPROP -> "{\"square_avg\": \"rmsprop/square\"}";
            case SGD -> "{\"momentum_buffer\": \"sgd/velocity\"}";
        };
        return new PythonCodeWriter(depth)
                .line(String.format(Locale.ROOT, "%s = torch.optim.%s", name, built(network)))
                .line("moments = " + kinds)
                .line(String.format(
                        Locale.ROOT,
                        "take_moments(%s, moments, %s, arrays, \"%s/\", %s, STEP * %d)",
                        name,
                        network,
                        player,
                        arrays,
                        times))
                .toString();
    }

    private String built(String network) {
        String rate = PythonLiterals.number(of.learningRate());
        String epsilon = PythonLiterals.number(of.epsilon());
        return switch (of.kind()) {
            case ADAM ->
                String.format(
                        Locale.ROOT,
                        "Adam(%s.parameters(), lr=%s, betas=(%s, %s), eps=%s)",
                        network,
                        rate,
                        PythonLiterals.decimal(of.beta1()),
                        PythonLiterals.decimal(of.beta2()),
                        epsilon);
            case RMSPROP ->
                String.format(
                        Locale.ROOT,
                        "RMSprop(%s.parameters(), lr=%s, alpha=%s, eps=%s)",
                        network,
                        rate,
                        PythonLiterals.number(of.beta2()),
                        epsilon);
            case SGD ->
                String.format(
                        Locale.ROOT,
                        "SGD(%s.parameters(), lr=%s, momentum=%s)",
                        network,
                        rate,
                        PythonLiterals.number(of.beta1()));
        };
    }
}
