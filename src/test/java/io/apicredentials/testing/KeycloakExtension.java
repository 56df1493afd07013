package io.apicredentials.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Hands out one server for the whole run and one realm for each test class, and closes them when they are done. */
final class KeycloakExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KeycloakServer.class || type == TestRealm.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KeycloakServer.class ? server(context) : realm(context);
    }

    private static KeycloakServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(KeycloakServer.class, key -> startServer(), KeycloakServer.class);
    }

    private static TestRealm realm(ExtensionContext context) {
        KeycloakServer server = server(context);
        ExtensionContext outermost = outermostClass(context);
        return outermost
                .getStore(NAMESPACE)
                .computeIfAbsent(TestRealm.class, key -> TestRealm.create(server, change(outermost)), TestRealm.class);
    }

    private static RealmChange change(ExtensionContext context) {
        Class<? extends RealmChange> type = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), KeycloakTest.class)
                .orElseThrow()
                .realm();
        return ReflectionSupport.newInstance(type);
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext result = context;
        while (result.getParent().isPresent() && !result.getParent().get().equals(context.getRoot())) {
            result = result.getParent().get();
        }
        return result;
    }

    private static KeycloakServer startServer() {
        BuildFiles files = BuildFiles.fromSystemProperties();
        return KeycloakServer.builder(files.keycloakHome(), files.serverFolder("tests"))
                .provider(files.providerJar())
                // Without the optimising compiler it starts in three quarters of the time.
                .environment("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1")
                .option("--log-level=INFO,io.apicredentials:debug,org.hibernate.SQL:debug")
                .start();
    }
}
