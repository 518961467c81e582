package org.ganvas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Keeps the arrows between the rooms: who may know whom, and what is in one place only. */
@AnalyzeClasses(packages = "org.ganvas", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String[] PLAIN_ENGINE = {"engine.spec", "engine.state"};

    // ---- The arrows ----

    @ArchTest
    static final ArchRule DATA_KNOWS_ONLY_THE_JDK = noClasses()
            .that()
            .resideInAPackage("org.ganvas.data..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.ganvas.data..", "java..", "javax.imageio..", "org.jspecify..");

    @ArchTest
    static final ArchRule METRICS = room("metrics").mayKnow("data");

    @ArchTest
    static final ArchRule PLANE = room("plane").mayKnow("data");

    @ArchTest
    static final ArchRule ENGINE = room("engine").mayKnow("data");

    @ArchTest
    static final ArchRule SESSION = room("session").mayKnow("engine", "metrics", "data");

    @ArchTest
    static final ArchRule PROJECT =
            room("project").mayKnow(with(PLAIN_ENGINE, "engine.dl4j", "session", "plane", "data"));

    @ArchTest
    static final ArchRule VIEW_MODEL =
            room("viewmodel").mayKnow(with(PLAIN_ENGINE, "session", "project", "metrics", "plane", "data"));

    /** Besides view models a view reads records: of the session, of the specs, of the data. */
    @ArchTest
    static final ArchRule VIEW = room("view").mayKnow(with(PLAIN_ENGINE, "viewmodel", "session", "plane", "data"));

    @ArchTest
    static final ArchRule VIEWS_COMMAND_THROUGH_VIEW_MODELS_ONLY = noClasses()
            .that()
            .resideInAPackage("org.ganvas.view..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.ganvas\\.session\\.(.*Desk|TrainingCommand.*|TrainingSession|Mailbox|run\\.MetricLog)");

    @ArchTest
    static final ArchRule CLI =
            room("cli").mayKnow(with(PLAIN_ENGINE, "session", "project", "metrics", "plane", "data"));

    @ArchTest
    static final ArchRule SPECS_KNOW_NO_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("org.ganvas.engine.spec..", "org.ganvas.engine.state..")
            .should()
            .dependOnClassesThat(insideOf("org.ganvas.engine")
                    .and(DescribedPredicate.not(insideOf("org.ganvas.engine.spec")))
                    .and(DescribedPredicate.not(insideOf("org.ganvas.engine.state"))));

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_FRONT_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("org.ganvas.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ganvas.app..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.ganvas.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_ROOMS =
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
    static final ArchRule ARRAYS_LIBRARY_ONLY_IN_THE_ENGINE = noClasses()
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

    private record Room(String name) {

        /** Of this program's rooms; libraries are the business of the rules below. Itself it may always know. */
        ArchRule mayKnow(String... others) {
            DescribedPredicate<JavaClass> refused = insideOf("org.ganvas");
            for (String other : with(others, name)) {
                refused = refused.and(DescribedPredicate.not(insideOf("org.ganvas." + other)));
            }
            return noClasses()
                    .that()
                    .resideInAPackage("org.ganvas." + name + "..")
                    .should()
                    .dependOnClassesThat(refused)
                    .as(name + " may know only " + String.join(", ", others))
                    .allowEmptyShould(true);
        }
    }

    private static Room room(String name) {
        return new Room(name);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> insideOf(String packageName) {
        return JavaClass.Predicates.resideInAPackage(packageName + "..");
    }
}
