package org.peercoaching.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Walls;

class WallsTest {

    @Test
    void theWallsOfTheHouseHoldHere() {
        Walls.holdIn("org.peercoaching.matching");
    }

    @Test
    void theEngineKnowsNothingOfServices() {
        classes()
                .that()
                .resideInAPackage("org.peercoaching.matching.engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.peercoaching.matching.engine..", "java..", "org.jspecify..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.peercoaching.matching"));
    }
}
