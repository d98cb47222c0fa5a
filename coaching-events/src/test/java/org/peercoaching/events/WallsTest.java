package org.peercoaching.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A subscriber takes this module into any program: it brings no framework. */
@AnalyzeClasses(packagesOf = CoachingEvent.class, importOptions = DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule THE_CONTRACT_NEEDS_NO_FRAMEWORK =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.peercoaching.events..",
                            "org.apache.kafka.clients..",
                            "org.apache.kafka.common..",
                            "io.cloudevents..",
                            "tools.jackson..",
                            "com.fasterxml.jackson.annotation..",
                            "com.networknt.schema..",
                            "org.jspecify.annotations..");
}
