package io.apicredentials;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.apicredentials.permission.Permission;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/architecture.md that a machine can hold. */
class ArchitectureTest {

    private static final String ROOT = "io.apicredentials.";
    private static final String ADAPTERS = "keycloak.";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(Permission.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void everyClassLivesInAListedPackage() {
        String[] listed = Stream.concat(
                        ArchitectureTable.PURE.keySet().stream(), ArchitectureTable.ADAPTER.keySet().stream())
                .map(name -> ROOT + name)
                .toArray(String[]::new);

        classes().should().resideInAnyPackage(listed).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("io.apicredentials.ArchitectureTable#purePackages")
    void aPurePackageUsesTheJdkAndJSpecifyAndWhatTheTableSays(String name) {
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..")
                        .or(isOneOf(name, ArchitectureTable.PURE.get(name))))
                .check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("io.apicredentials.ArchitectureTable#adapters")
    void anAdapterUsesThePurePackagesAndWhatTheTableSays(String name) {
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + ADAPTERS + "."))
                        .or(isOneOf(name, ArchitectureTable.ADAPTER.get(name))))
                .check(MAIN);
    }

    @Test
    void onlyTheRoomsForClientsAndHistoryKnowTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "keycloak.client", ROOT + "keycloak.history", ROOT + "keycloak.failure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..")
                .check(MAIN);
    }

    @Test
    void theRoomForFailuresKnowsNothingOfTheDatabaseButItsExceptions() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "keycloak.failure")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..")
                        .and(not(assignableTo(Throwable.class))))
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keycloak.manage",
                "keycloak.notice",
                "keycloak.json",
                "keycloak.health",
                "keycloak.client",
                "keycloak.history"
            })
    void useCasesAndWhatTheyUseKnowNoHttp(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.keycloak.http..")
                .check(MAIN);
    }

    @Test
    void nothingOpensAConnection() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net.http..",
                                "java.nio.channels..",
                                "javax.net..",
                                "org.apache.http..",
                                "org.keycloak.connections.httpclient..",
                                "org.keycloak.http.simple..")
                        .or(assignableTo(Socket.class))
                        .or(assignableTo(DatagramSocket.class))
                        .or(assignableTo(URL.class))
                        .or(assignableTo(URLConnection.class)))
                .check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("io.apicredentials.ArchitectureTable#purePackages")
    void aPurePackageReadsNoClock(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .accessTargetWhere(clock())
                .check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("io.apicredentials.ArchitectureTable#purePackages")
    void aPurePackageThrowsNoDice(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .accessTargetWhere(randomness())
                .check(MAIN);
    }

    @Test
    void noPackagesUseEachOther() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void noPackageIsAGrabBag() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..helper..", "..dto..", "..manager..")
                .check(MAIN);
    }

    @Test
    void everyClassIsFinalOrSealedOrAbstract() {
        classes()
                .that(describe(
                        "are neither anonymous nor entities, which JPA wants open",
                        type -> !type.isAnonymousClass() && !type.isAnnotatedWith("jakarta.persistence.Entity")))
                .should(beClosed())
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<JavaPackage> packages = MAIN.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages).allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }

    private static DescribedPredicate<JavaClass> isOneOf(String itself, Set<String> others) {
        return resideInAnyPackage(Stream.concat(Stream.of(itself), others.stream())
                .map(name -> ROOT + name)
                .toArray(String[]::new));
    }

    private static DescribedPredicate<JavaAccess<?>> clock() {
        return member(assignableTo(Clock.class))
                .or(member(resideInAPackage("java.time.."), "now"))
                .or(member(equivalentTo(System.class), "currentTimeMillis", "nanoTime"))
                .or(member(equivalentTo(Date.class), "<init>"))
                .as("it is the clock");
    }

    private static DescribedPredicate<JavaAccess<?>> randomness() {
        return member(assignableTo(RandomGenerator.class))
                .or(member(equivalentTo(UUID.class), "randomUUID"))
                .or(member(equivalentTo(Math.class), "random"))
                .as("it is a source of randomness");
    }

    /** One of the named members of a class, or any if none is named. */
    private static DescribedPredicate<JavaAccess<?>> member(DescribedPredicate<JavaClass> owner, String... names) {
        return describe("a member", access -> {
            boolean named = names.length == 0 || List.of(names).contains(access.getName());
            return named && owner.test(access.getTargetOwner());
        });
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed, abstract, an interface or an enum") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isInterface()
                        || type.isEnum()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT)
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getFullName() + " can be extended by anybody"));
            }
        };
    }
}
