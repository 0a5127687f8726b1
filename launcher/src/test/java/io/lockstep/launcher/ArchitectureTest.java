package io.lockstep.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of ARCHITECTURE.md, read from the compiled classes. */
class ArchitectureTest {
    private static final String ENGINE = "io.lockstep.engine..";
    private static final String BINANCE = "io.lockstep.gateway.binance..";
    private static final String ALPACA = "io.lockstep.gateway.alpaca..";
    private static final String SIMULATOR = "io.lockstep.simulator..";
    private static final String STRATEGIES = "io.lockstep.strategies..";
    private static final String TRANSPORT = "io.lockstep.transport..";
    private static final String JOURNAL = "io.lockstep.journal..";
    private static final String LAUNCHER = "io.lockstep.launcher..";
    private static final String[] DECIDING = {ENGINE, STRATEGIES, SIMULATOR};

    /** Packages of the engine from the bottom up; each may use those before it. */
    private static final List<String> ENGINE_LAYERS = List.of(
            "sbe",
            "settings",
            "calendar",
            "event",
            "instrument",
            "session",
            "telemetry",
            "port",
            "book",
            "order",
            "position",
            "carry",
            "exposure",
            "risk",
            "decision",
            "trigger",
            "reconcile",
            "desk",
            "indicator",
            "strategy",
            "control",
            "pipeline",
            "replay");

    private static JavaClasses program;

    @BeforeAll
    static void readClasses() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("io.lockstep");
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        check(slices().matching("io.lockstep.(**)").should().beFreeOfCycles());
    }

    @Test
    void shouldLayerTheEngineAsDocumented() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(ENGINE);
        for (String name : ENGINE_LAYERS) {
            layers = layers.layer(name).definedBy("io.lockstep.engine." + name + "..");
        }
        layers = layers.layer("engine").definedBy("io.lockstep.engine");
        for (int i = 0; i < ENGINE_LAYERS.size(); i++) {
            List<String> above = ENGINE_LAYERS.subList(i + 1, ENGINE_LAYERS.size());
            String[] users = new String[above.size() + 1];
            above.toArray(users);
            users[above.size()] = "engine";
            layers = layers.whereLayer(ENGINE_LAYERS.get(i)).mayOnlyBeAccessedByLayers(users);
        }
        check(layers);
    }

    @Test
    void shouldKeepTheEngineFreeOfEveryOtherModule() {
        check(noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.lockstep..").and(not(resideInAnyPackage(ENGINE))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "net.openhft..", "com.fasterxml..", "io.netty..", "java.net.http..", "org.slf4j.."));
    }

    @Test
    void shouldKeepGatewaysFromKnowingEachOtherAndTheSimulator() {
        check(mayNotUse(BINANCE, ALPACA, SIMULATOR, STRATEGIES, LAUNCHER));
        check(mayNotUse(ALPACA, BINANCE, SIMULATOR, STRATEGIES, LAUNCHER));
    }

    @Test
    void shouldKeepTheSimulatorFromKnowingAnyGateway() {
        check(mayNotUse(SIMULATOR, BINANCE, ALPACA, STRATEGIES, JOURNAL, LAUNCHER));
    }

    @Test
    void shouldKeepTransportFromKnowingEngineAndGateways() {
        check(mayNotUse(TRANSPORT, ENGINE, BINANCE, ALPACA, SIMULATOR, JOURNAL, LAUNCHER));
    }

    @Test
    void shouldKeepJournalAndStrategiesOnTheEngineAlone() {
        check(mayNotUse(JOURNAL, BINANCE, ALPACA, SIMULATOR, STRATEGIES, TRANSPORT, LAUNCHER));
        check(mayNotUse(STRATEGIES, BINANCE, ALPACA, SIMULATOR, JOURNAL, TRANSPORT, LAUNCHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nanoTime", "currentTimeMillis"})
    void shouldReadNoClockWhereDecisionsAreMade(String clock) {
        check(noClasses()
                .that()
                .resideInAnyPackage(DECIDING)
                .and()
                .resideOutsideOfPackage("io.lockstep.engine.telemetry..")
                .should()
                .callMethod(System.class, clock));
    }

    @Test
    void shouldTakeNoTimeFromTheSystemWhereDecisionsAreMade() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DECIDING)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class));
    }

    /** The synthetic market draws from a seed of its configuration: the same seed gives the same market. */
    @Test
    void shouldDrawNoChanceWhereDecisionsAreMade() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DECIDING)
                .and()
                .haveSimpleNameNotStartingWith("Synthetic")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random"));
    }

    /** Look-ups by date or code are fine; the three that are kept here are only ever asked by key. */
    @Test
    void shouldKeepNoHashOrderedCollectionWhereDecisionsAreMade() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DECIDING)
                .and()
                .resideOutsideOfPackage("io.lockstep.engine.calendar..")
                .and()
                .doNotHaveFullyQualifiedName("io.lockstep.simulator.account.AssetTable")
                .should()
                .callConstructor(HashMap.class)
                .orShould()
                .callConstructor(HashMap.class, int.class)
                .orShould()
                .callConstructor(HashSet.class));
    }

    @Test
    void shouldPrintOnlyWhereTheProgramStarts() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.lockstep.benchmarks..")
                .and()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void shouldKeepStateOutOfStaticFields() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(DECIDING)
                .should()
                .beFinal());
    }

    @Test
    void shouldReachVenuesOnlyFromTheLauncher() {
        check(classes()
                .that()
                .resideInAnyPackage(BINANCE, ALPACA)
                .should()
                .onlyBeAccessed()
                .byAnyPackage(BINANCE, ALPACA, LAUNCHER, "io.lockstep.benchmarks.."));
    }

    private static ArchRule mayNotUse(String packages, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static void check(ArchRule rule) {
        rule.check(program);
    }
}
