package org.ganvas.session.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.message.Message;
import org.ganvas.session.evaluation.EvaluationProgress.Stage;
import org.ganvas.session.run.MetricLog;
import org.junit.jupiter.api.Test;

class EvaluationTaskTest implements EvaluationTask.Listener {

    private final List<String> told = new ArrayList<>();

    @Override
    public void onEvaluated() {
        told.add("evaluated");
    }

    @Override
    public void onProgress(EvaluationProgress progress) {
        told.add(progress.stage() + " " + progress.fraction());
    }

    @Override
    public void onFailed(Message reason) {
        told.add(reason.english());
    }

    private void process(String preset, String id, FeatureNetworkProvider networks) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        Dataset data = DatasetRegistry.open(id, ProgressListener.NONE);
        try (GameTrainer trainer = new GameTrainer(spec, data, 1);
                EvaluationTask task = new EvaluationTask(spec, data, 1, networks, new MetricLog(), this)) {
            PlayerWeights weights = trainer.newRenderedWeights();
            trainer.copyWeights(weights, true);
            task.process(weights, 1, (busy, share) -> true);
        }
    }

    @Test
    void theListenerHearsHowFarTheClassifierIsAndWhyThereIsNone() throws Exception {
        process("minute", "builtin:doodles", (training, held, progress) -> {
            progress.report(0.25);
            progress.report(1);
            throw new DataException(Message.verbatim("no classifier"));
        });
        assertEquals(List.of("CLASSIFIER 0.25", "CLASSIFIER 1.0", Stage.IMPOSSIBLE + " 0.0", "no classifier"), told);
    }

    @Test
    void pointsNeedNoClassifier() throws Exception {
        process("ring", "builtin:ring", FeatureNetworkProvider.NONE);
        assertEquals(List.of("READY 0.0", "evaluated"), told);
    }
}
