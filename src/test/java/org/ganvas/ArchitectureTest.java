package org.ganvas;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Dialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Dependencies between layers and packages, sizes of packages, and what exists in one place only. */
@AnalyzeClasses(packages = "org.ganvas", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    /** What layers above the engine may know of it: plain records without native arrays. */
    private static final String[] PLAIN_ENGINE = {"engine.spec", "engine.state"};

    /** A package is read as a whole; beyond this many classes it is split. */
    private static final int MOST_CLASSES = 26;

    // ---- Layers ----

    @ArchTest
    static final ArchRule MESSAGES_KNOW_ONLY_THE_JDK = noClasses()
            .that()
            .resideInAPackage("org.ganvas.message..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.ganvas.message..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule DATA_KNOWS_ONLY_MESSAGES_AND_THE_JDK = noClasses()
            .that()
            .resideInAPackage("org.ganvas.data..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.ganvas.data..",
                    "org.ganvas.message..",
                    "java..",
                    "javax.imageio..",
                    "com.twelvemonkeys.imageio..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule METRICS = layer("metrics").mayKnow("data");

    @ArchTest
    static final ArchRule SCATTER = layer("scatter").mayKnow("data");

    @ArchTest
    static final ArchRule ENGINE = layer("engine").mayKnow("data");

    @ArchTest
    static final ArchRule SESSION = layer("session").mayKnow("engine", "metrics", "data");

    @ArchTest
    static final ArchRule LAB = layer("lab").mayKnow(with(PLAIN_ENGINE, "session", "scatter", "data"));

    @ArchTest
    static final ArchRule PROJECT =
            layer("project").mayKnow(with(PLAIN_ENGINE, "engine.dl4j", "session", "scatter", "data"));

    @ArchTest
    static final ArchRule VIEW_MODEL =
            layer("viewmodel").mayKnow(with(PLAIN_ENGINE, "session", "lab", "project", "metrics", "scatter", "data"));

    /** Besides view models a view reads records: of the session, of the Lab's plots, of the specs, of the data. */
    @ArchTest
    static final ArchRule VIEW =
            layer("view").mayKnow(with(PLAIN_ENGINE, "viewmodel", "session", "lab", "scatter", "data"));

    @ArchTest
    static final ArchRule VIEWS_COMMAND_THROUGH_VIEW_MODELS_ONLY = noClasses()
            .that()
            .resideInAPackage("org.ganvas.view..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.ganvas\\.session\\.(TrainingCommand.*|TrainingSession|TrainingLoop|render\\.LatentRenderer|inspect\\.NetworkInspector|lab\\.PointLab"
                            + "|background\\.Mailbox|run\\.ScalarLog)");

    @ArchTest
    static final ArchRule CLI =
            layer("cli").mayKnow(with(PLAIN_ENGINE, "session", "lab", "project", "metrics", "scatter", "data"));

    @ArchTest
    static final ArchRule SPECS_KNOW_NO_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("org.ganvas.engine.spec..", "org.ganvas.engine.state..")
            .should()
            .dependOnClassesThat(insideOf("org.ganvas.engine")
                    .and(DescribedPredicate.not(insideOf("org.ganvas.engine.spec")))
                    .and(DescribedPredicate.not(insideOf("org.ganvas.engine.state"))));

    /** Threads beside the training thread work on copies; only the root of the session knows the training loop. */
    @ArchTest
    static final ArchRule THREADS_BESIDE_TRAINING_KNOW_NO_TRAINING_LOOP = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.ganvas.session.render..",
                    "org.ganvas.session.inspect..",
                    "org.ganvas.session.lab..",
                    "org.ganvas.session.background..",
                    "org.ganvas.session.doctor..",
                    "org.ganvas.session.evaluation..",
                    "org.ganvas.session.history..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ganvas.session");

    @ArchTest
    static final ArchRule ONLY_APP_KNOWS_APP = noClasses()
            .that()
            .resideOutsideOfPackage("org.ganvas.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ganvas.app..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.ganvas.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_LAYERS =
            slices().matching("org.ganvas.(*)..").should().beFreeOfCycles();

    // ---- What is in one place only ----

    @ArchTest
    static final ArchRule JAVAFX_ENDS_AT_THE_VIEW_MODEL = noClasses()
            .that()
            .resideOutsideOfPackages("org.ganvas.app..", "org.ganvas.view..", "org.ganvas.viewmodel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule VIEW_MODELS_NEED_NO_TOOLKIT = noClasses()
            .that()
            .resideInAPackage("org.ganvas.viewmodel..")
            .should()
            .dependOnClassesThat(insideOf("javafx")
                    .and(DescribedPredicate.not(insideOf("javafx.beans")))
                    .and(DescribedPredicate.not(insideOf("javafx.collections"))));

    @ArchTest
    static final ArchRule ND4J_ONLY_IN_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.ganvas.engine..")
            .or()
            .resideInAnyPackage("org.ganvas.engine.spec..", "org.ganvas.engine.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule CHART_LIBRARY_ONLY_IN_VIEW_CHART = noClasses()
            .that()
            .resideOutsideOfPackage("org.ganvas.view.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fair_acc..");

    @ArchTest
    static final ArchRule ONE_RUN_LATER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.ganvas.view.fx.FxThread")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule ONE_ANIMATION_TIMER = noClasses()
            .that()
            .haveNameNotMatching("org\\.ganvas\\.view\\.fx\\.FxPulse(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(AnimationTimer.class);

    /** Waiting is not allowed inside a frame, and a window of its own would un-maximise the main one. */
    @ArchTest
    static final ArchRule NOTHING_WAITS_FOR_A_WINDOW = noClasses()
            .should()
            .callMethodWhere(target(name("showAndWait")))
            .orShould()
            .callMethodWhere(target(name("enterNestedEventLoop")))
            .orShould()
            .callConstructorWhere(target(owner(assignableTo(Stage.class))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Dialog.class);

    @ArchTest
    static final ArchRule FILE_DIALOGS_OPEN_IN_ONE_PLACE = noClasses()
            .that()
            .haveNameNotMatching("org\\.ganvas\\.view\\.prompt\\.FileDialogs(\\$.*)?")
            .should()
            .callMethod(FileChooser.class, "showOpenDialog", Window.class)
            .orShould()
            .callMethod(FileChooser.class, "showOpenMultipleDialog", Window.class)
            .orShould()
            .callMethod(FileChooser.class, "showSaveDialog", Window.class)
            .orShould()
            .callMethod(DirectoryChooser.class, "showDialog", Window.class);

    // ---- Text ----

    /**
     * Text must not depend on the system's locale: under ar_EG, fa_IR or bn_BD it would have digits that no program
     * reads, under tr_TR other letters. Where users read, the locale is that of the window's or the command's language.
     */
    @ArchTest
    static final ArchRule NO_TEXT_BY_THE_SYSTEMS_LOCALE =
            noClasses().should().accessTargetWhere(LocaleDependence.OF_AN_ACCESS);

    // ---- Sizes ----

    @ArchTest
    static void noPackageIsCrowded(JavaClasses classes) {
        Map<String, Long> crowded = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        crowded.values().removeIf(count -> count <= MOST_CLASSES);
        assertEquals(Map.of(), crowded, "packages with more than " + MOST_CLASSES + " classes");
    }

    private record Layer(String name) {

        /** Of this program's layers; libraries are restricted by rules of their own. Itself and messages are always allowed. */
        ArchRule mayKnow(String... others) {
            DescribedPredicate<JavaClass> refused = insideOf("org.ganvas");
            for (String other : with(others, name, "message")) {
                refused = refused.and(DescribedPredicate.not(insideOf("org.ganvas." + other)));
            }
            return noClasses()
                    .that()
                    .resideInAPackage("org.ganvas." + name + "..")
                    .should()
                    .dependOnClassesThat(refused)
                    .as(name + " may know only " + String.join(", ", others));
        }
    }

    private static Layer layer(String name) {
        return new Layer(name);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> insideOf(String packageName) {
        return JavaClass.Predicates.resideInAPackage(packageName + "..");
    }
}
