package io.apicredentials.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
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
        Class<? extends ServerChange> type = annotation(outermostClass(context)).server();
        // A fork of Maven runs its classes one by one, each as a run of its own.
        var store = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
        if (type == ServerChange.None.class) {
            return store.computeIfAbsent(KeycloakServer.class, key -> startServer(type), KeycloakServer.class);
        }
        return store.computeIfAbsent(OtherServer.class, key -> new OtherServer(), OtherServer.class)
                .changedBy(type);
    }

    /** The one other server: classes with the same change that follow each other share it, and there is never a third. */
    private static final class OtherServer implements AutoCloseable {

        private @Nullable Class<? extends ServerChange> change;
        private @Nullable KeycloakServer server;

        synchronized KeycloakServer changedBy(Class<? extends ServerChange> type) {
            KeycloakServer running = server;
            if (running != null && type == change) {
                return running;
            }
            close();
            KeycloakServer started = startServer(type);
            server = started;
            change = type;
            return started;
        }

        @Override
        public synchronized void close() {
            if (server != null) {
                server.close();
                server = null;
            }
        }
    }

    private static TestRealm realm(ExtensionContext context) {
        KeycloakServer server = server(context);
        ExtensionContext outermost = outermostClass(context);
        return outermost
                .getStore(NAMESPACE)
                .computeIfAbsent(TestRealm.class, key -> TestRealm.create(server, change(outermost)), TestRealm.class);
    }

    private static RealmChange change(ExtensionContext context) {
        return ReflectionSupport.newInstance(annotation(context).realm());
    }

    private static KeycloakTest annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), KeycloakTest.class)
                .orElseThrow();
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext result = context;
        while (result.getParent().isPresent() && !result.getParent().get().equals(context.getRoot())) {
            result = result.getParent().get();
        }
        return result;
    }

    private static KeycloakServer startServer(Class<? extends ServerChange> type) {
        ServerChange change = ReflectionSupport.newInstance(type);
        BuildFiles files = BuildFiles.fromSystemProperties();
        KeycloakServerBuilder builder = KeycloakServer.builder(files.keycloakHome(), files.serverFolder(change.name()))
                .provider(files.providerJar())
                .quickStart();
        change.apply(builder);
        return builder.start();
    }
}
