package io.apicredentials.it.console;

import io.apicredentials.testing.BuildFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.jar.JarFile;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for the whole run, and no test where there is none, or no console. */
final class ConsoleExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(ConsoleExtension.class);
    private static final String MANIFEST = "theme/api-credentials/admin/resources/.vite/manifest.json";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = missing(context);
        if (missing.isEmpty() || Boolean.getBoolean("browser.required")) {
            return ConditionEvaluationResult.enabled("the console and a browser are there");
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.println("NOT TESTED: " + context.getDisplayName() + ", because " + missing.get());
        }
        return ConditionEvaluationResult.disabled(missing.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Consoles.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Profiles profiles = profiles(context)
                .orElseThrow(() -> new IllegalStateException(missing(context).orElseThrow()));
        return ofClass(context).computeIfAbsent(Consoles.class, key -> new Consoles(profiles), Consoles.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Consoles consoles = ofClass(context).get(Consoles.class, Consoles.class);
        if (consoles != null) {
            consoles.end(context.getExecutionException().isPresent());
        }
    }

    private static ExtensionContext.Store ofClass(ExtensionContext context) {
        return context.getParent().orElseThrow().getStore(NAMESPACE);
    }

    private static Optional<String> missing(ExtensionContext context) {
        if (!isConsoleBuilt()) {
            return Optional.of("the JAR was built with -DskipConsole");
        }
        return profiles(context).isPresent() ? Optional.empty() : Optional.of(Chromium.HOW_TO_GET);
    }

    private static Optional<Profiles> profiles(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Run.class, key -> new Run(Chromium.start().map(Profiles::new)), Run.class)
                .profiles();
    }

    private static boolean isConsoleBuilt() {
        try (JarFile jar =
                new JarFile(BuildFiles.fromSystemProperties().providerJar().toFile())) {
            return jar.getEntry(MANIFEST) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found, once for all tests. */
    private record Run(Optional<Profiles> profiles) implements AutoCloseable {

        @Override
        public void close() {
            profiles.ifPresent(Profiles::close);
        }
    }
}
