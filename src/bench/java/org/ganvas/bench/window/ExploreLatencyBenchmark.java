package org.ganvas.bench.window;

import java.util.List;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.window.AppScreen;

/**
 * {@link AnswerLatency} from a slider's change on the Explore screen to its image. Arguments: presets (dcgan-light mlp-b);
 * {@code bench.truncation} of the latent (1).
 */
public final class ExploreLatencyBenchmark extends AnswerLatency {

    private static final double TRUNCATION = Double.parseDouble(System.getProperty("bench.truncation", "1"));

    private float wanted;
    private int turns;

    private ExploreLatencyBenchmark(TrainingLoop session, AppScreen screen) {
        super(session, screen);
    }

    public static void main(String[] args) throws Exception {
        run(
                ExploreLatencyBenchmark::new,
                AppScreen.EXPLORE,
                args.length > 0 ? List.of(args) : List.of("dcgan-light", "mlp-b"));
    }

    @Override
    void prepare() {
        window().explore().models().sliders().setTruncation(TRUNCATION);
    }

    @Override
    void change() {
        LatentSlider first = window().explore()
                .models()
                .sliders()
                .dimensionsProperty()
                .get()
                .get(0);
        wanted = (float) (2 * Math.sin(0.07 * ++turns));
        window().explore().models().sliders().set(first, wanted);
    }

    @Override
    boolean isAnswered() {
        LatentPoint shown = window().explore().latentAt(0);
        return shown != null && shown.latent()[0] == wanted;
    }
}
