package io.apicredentials;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules for the sources that only their text shows; but for the length of files, for src/main/java. */
class SourceRulesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int MAX_LINES = 200;
    private static final int MAX_LINES_OF_A_TEST = 250;
    private static final Set<String> BROAD = Set.of("Exception", "RuntimeException", "Throwable");

    /** The files that may catch everything, with the reason why. */
    private static final Map<String, String> MAY_CATCH_BROADLY = Map.ofEntries(
            entry("Installer.java", "what fails in one realm's transaction must not keep the server from starting"),
            entry(
                    "RealmUsers.java",
                    "a user store is somebody else's, and whatever fails there must not keep a credential from being disabled, or hide what was changed"),
            entry(
                    "HistoryTransaction.java",
                    "a history that cannot be written or read, for whatever reason, must not keep a credential from being used, or its administrators from the rest"),
            entry(
                    "RepeatedWork.java",
                    "a scheduled task that throws, whatever that is, is never run again, and nobody is told"),
            entry(
                    "StopBatch.java",
                    "what fails with one credential, for whatever reason, must not keep others from being stopped"),
            entry(
                    "BulkCreation.java",
                    "what fails with one line, for whatever reason, must not keep it from being answered"),
            entry(
                    "AuditKeeper.java",
                    "what fails with the records of one realm, or once, must not keep others from being looked after"),
            entry(
                    "Attempt.java",
                    "what fails with one realm, credential or request must not keep others from their notices"),
            entry(
                    "SigningLibrary.java",
                    "native code throws what it likes, and a token must not fail for that: Keycloak signs"),
            entry("DatabaseProbe.java", "whatever a question to the database ends with is looked at, and answered"));

    private static final List<CompilationUnitTree> UNITS = new ArrayList<>();
    private static DocTrees docs;

    @BeforeAll
    static void parse() throws IOException {
        JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources(SOURCES)));
            task.parse().forEach(UNITS::add);
            docs = DocTrees.instance(task);
        }
    }

    @Test
    void noFileIsLong() throws IOException {
        assertNoLongerThan(MAX_LINES, SOURCES);
        assertNoLongerThan(MAX_LINES_OF_A_TEST, TESTS);
    }

    private static void assertNoLongerThan(int limit, Path folder) throws IOException {
        for (Path source : sources(folder)) {
            int lines = Files.readAllLines(source).size();
            assertThat(lines).as("lines of %s", source).isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void everyPublicTypeSaysItsPurpose() {
        for (CompilationUnitTree unit : UNITS) {
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree named
                        && named.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                    assertThat(docs.getDocComment(new TreePath(new TreePath(unit), named)))
                            .as("Javadoc of %s", named.getSimpleName())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void nothingIsPrintedPastTheLogger() {
        assertThat(found(new TreeScanner<>() {
                    @Override
                    public Void visitMemberSelect(MemberSelectTree select, List<String> found) {
                        if (Set.of("System.out", "System.err").contains(select.toString())
                                || select.getIdentifier().contentEquals("printStackTrace")) {
                            found.add(select.toString());
                        }
                        return super.visitMemberSelect(select, found);
                    }
                }))
                .isEmpty();
    }

    @Test
    void nothingCatchesEverything() {
        assertThat(found(new TreeScanner<>() {
                    @Override
                    public Void visitCatch(CatchTree clause, List<String> found) {
                        Tree type = clause.getParameter().getType();
                        List<? extends Tree> caught =
                                type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
                        caught.stream()
                                .map(Tree::toString)
                                .filter(BROAD::contains)
                                .forEach(found::add);
                        return super.visitCatch(clause, found);
                    }
                }))
                .extracting(place -> place.substring(0, place.indexOf(' ')))
                .hasSameElementsAs(MAY_CATCH_BROADLY.keySet());
    }

    /** What a scanner finds, each as the name of the file and the finding. */
    private static List<String> found(TreeScanner<Void, List<String>> scanner) {
        List<String> all = new ArrayList<>();
        for (CompilationUnitTree unit : UNITS) {
            List<String> found = new ArrayList<>();
            scanner.scan(unit, found);
            Path file = Path.of(unit.getSourceFile().toUri()).getFileName();
            found.forEach(finding -> all.add(file + " " + finding));
        }
        return all;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
