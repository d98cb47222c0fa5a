package org.peercoaching.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.IndexOptions;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The walls of the house, held up in every module by one test. */
public final class Walls {

    private Walls() {}

    /**
     * Checks all walls of a service.
     *
     * @param rootPackage of the service, whose sub-packages are its features
     */
    public static void holdIn(String rootPackage) {
        holdInFramework(rootPackage);
        check(rootPackage, List.of(domainKnowsNoFramework(rootPackage)));
    }

    /** Checks the walls of a module that is framework itself. */
    public static void holdInFramework(String rootPackage) {
        check(
                rootPackage,
                List.of(
                        featuresAreFreeOfCycles(rootPackage),
                        controllersArePrivate(),
                        servicesNeverCallEachOther(),
                        onlySingleDocumentAtomicity(),
                        noUnportableIndexes(),
                        noOperatorOfSomeStoresOnly(),
                        packagesSayWhatMayBeNull()));
    }

    /** Checks the walls of a program that is neither a service nor a framework of one. */
    public static void holdInProgram(String rootPackage) {
        check(
                rootPackage,
                List.of(featuresAreFreeOfCycles(rootPackage), packagesSayWhatMayBeNull()));
    }

    private static void check(String rootPackage, List<ArchRule> rules) {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(rootPackage);
        rules.forEach(rule -> rule.check(classes));
    }

    private static ArchRule featuresAreFreeOfCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..").should().beFreeOfCycles();
    }

    /**
     * What is decided is told from how it is stored and served: states and sealed types import no
     * framework.
     */
    static ArchRule domainKnowsNoFramework(String rootPackage) {
        return noClasses()
                .that(resideInAPackage(rootPackage + ".."))
                .and(describe("are records, enums or sealed", Walls::isDomain))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.stereotype..",
                        "org.springframework.context..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..")
                .because("a state or a command is read by people who know the business")
                .allowEmptyShould(true);
    }

    private static boolean isDomain(JavaClass type) {
        boolean isSealed = type.isInterface() && type.reflect().isSealed();
        return type.isRecord() && isTopLevelOrInDomain(type) || type.isEnum() || isSealed;
    }

    /** A record inside an adapter (a body, a bean, a bucket) belongs to the adapter. */
    private static boolean isTopLevelOrInDomain(JavaClass type) {
        return type.getEnclosingClass().map(Walls::isDomain).orElse(true);
    }

    static ArchRule controllersArePrivate() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true);
    }

    /** What a service needs of another it learns from events: there is no client to ask with. */
    static ArchRule servicesNeverCallEachOther() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.net.http..",
                                        "org.springframework.web.client..",
                                        "org.springframework.web.service..",
                                        "org.springframework.web.reactive.function.client..")
                                .or(assignableTo(URLConnection.class)))
                .orShould()
                .callMethodWhere(
                        describe(
                                "an address is opened",
                                call ->
                                        call.getTargetOwner().isEquivalentTo(URL.class)
                                                && call.getName().startsWith("open")))
                .because("a service that waits for another stands still with it")
                .allowEmptyShould(true);
    }

    /**
     * The design's first rule: it must be right on a replica set, on shards and on the embedded
     * store.
     */
    static ArchRule onlySingleDocumentAtomicity() {
        DescribedPredicate<JavaMethodCall> forbidden =
                describe(
                        "a transaction, a change stream or a pipeline update",
                        call -> {
                            AccessTarget.MethodCallTarget target = call.getTarget();
                            boolean ofDriver =
                                    target.getOwner().getPackageName().startsWith("com.mongodb");
                            return ofDriver
                                    && (takes(target, ClientSession.class)
                                            || isPipelineUpdate(target)
                                            || isWatch(target));
                        });
        return noClasses()
                .should()
                .callMethodWhere(forbidden)
                .orShould()
                .callConstructorWhere(
                        describe(
                                "a pipeline update in a bulk write",
                                call ->
                                        call.getTargetOwner()
                                                        .getPackageName()
                                                        .equals("com.mongodb.client.model")
                                                && call.getTargetOwner()
                                                        .getSimpleName()
                                                        .startsWith("Update")
                                                && call.getTarget().getRawParameterTypes().stream()
                                                        .anyMatch(parameter ->
                                                                parameter.isEquivalentTo(
                                                                        List.class))))
                .allowEmptyShould(true);
    }

    private static boolean takes(AccessTarget.MethodCallTarget target, Class<?> type) {
        return target.getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isEquivalentTo(type));
    }

    private static boolean isPipelineUpdate(AccessTarget.MethodCallTarget target) {
        boolean updates =
                Set.of("updateOne", "updateMany", "findOneAndUpdate").contains(target.getName());
        return updates && takes(target, List.class);
    }

    private static boolean isWatch(AccessTarget.MethodCallTarget target) {
        return target.getRawReturnType().isAssignableTo(ChangeStreamIterable.class)
                || target.getName().equals("startSession");
    }

    /**
     * Partial and expiring indexes are accepted and wrong on the embedded store; a unique index
     * other than that of {@code _id} cannot be had on shards.
     */
    static ArchRule noUnportableIndexes() {
        return noClasses()
                .should()
                .callMethod(
                        IndexOptions.class,
                        "partialFilterExpression",
                        org.bson.conversions.Bson.class)
                .orShould()
                .callMethod(IndexOptions.class, "unique", boolean.class)
                .orShould()
                .callMethod(
                        IndexOptions.class,
                        "expireAfter",
                        Long.class,
                        java.util.concurrent.TimeUnit.class)
                .allowEmptyShould(true);
    }

    /** Not even in a text: the embedded store refuses it. */
    static ArchRule noOperatorOfSomeStoresOnly() {
        return noClasses()
                .should(condition("name $dateTrunc", type -> bytesOf(type).contains("$dateTrunc")))
                .allowEmptyShould(true);
    }

    /** The constants of a class are not in the imported model, but in its file. */
    private static String bytesOf(JavaClass type) {
        URI file = type.getSource().orElseThrow().getUri();
        try (InputStream bytes = file.toURL().openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArchRule packagesSayWhatMayBeNull() {
        return classes()
                .should(
                        condition(
                                "lie in a package marked @NullMarked",
                                type ->
                                        type.getPackage()
                                                .isAnnotatedWith(
                                                        "org.jspecify.annotations.NullMarked")))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> condition(String words, Predicate<JavaClass> holds) {
        return ArchCondition.from(describe(words, holds));
    }
}
