package org.peercoaching.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.Walls;

class WallsTest {

    @Test
    void theKitAssumesOnlySingleDocumentAtomicity() {
        Walls.holdInFramework("org.peercoaching.kit");
    }

    @Test
    void decisionsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.peercoaching.kit.decision")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "org.jspecify..",
                        "org.peercoaching.events",
                        "org.peercoaching.kit.decision")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.peercoaching.kit"));
    }
}
