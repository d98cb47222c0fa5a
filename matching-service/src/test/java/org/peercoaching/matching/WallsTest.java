package org.peercoaching.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Walls;

class WallsTest {

    @Test
    void theWallsOfTheHouseHoldHere() {
        Walls.holdIn("org.peercoaching.matching");
    }

    @Test
    void theEngineKnowsNothingOfServices() {
        onlyKnows("engine..", "engine..");
    }

    @Test
    void theVerifierSharesNothingWithTheSolversButTheScorer() {
        onlyKnows("engine.verify", "engine.verify", "engine", "engine.score");
    }

    private static void onlyKnows(String who, String... others) {
        classes()
                .that()
                .resideInAPackage("org.peercoaching.matching." + who)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(
                                        Stream.of(others).map("org.peercoaching.matching."::concat),
                                        Stream.of("java..", "org.jspecify.."))
                                .toArray(String[]::new))
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.peercoaching.matching"));
    }
}
