package io.apicredentials.keycloak.history;

import io.apicredentials.testing.Stub;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AdminEventQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** An event store whose queries match a list of admin events, the newest first, whatever they ask for. */
final class AdminEventList {

    private final List<AdminEvent> events;
    private int read;

    AdminEventList(Stream<String> resourcePaths) {
        events = resourcePaths.map(AdminEventList::event).toList();
    }

    /** How many events were read from it. */
    int read() {
        return read;
    }

    CredentialChanges changes() {
        EventStoreProvider store = (EventStoreProvider) Proxy.newProxyInstance(
                EventStoreProvider.class.getClassLoader(),
                new Class<?>[] {EventStoreProvider.class},
                (proxy, method, arguments) -> new Query().proxy());
        return new CredentialChanges(
                Stub.of(KeycloakSession.class, Map.of("getProvider", store)),
                Stub.of(RealmModel.class, Map.of("getId", "realm", "isAdminEventsEnabled", true)));
    }

    private static AdminEvent event(String resourcePath) {
        AdminEvent event = new AdminEvent();
        event.setResourcePath(resourcePath);
        return event;
    }

    private final class Query {

        private int first;
        private int max = Integer.MAX_VALUE;

        AdminEventQuery proxy() {
            return (AdminEventQuery) Proxy.newProxyInstance(
                    AdminEventQuery.class.getClassLoader(),
                    new Class<?>[] {AdminEventQuery.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getResultStream")) {
                            return result();
                        }
                        if (method.getName().equals("firstResult")) {
                            first = (Integer) arguments[0];
                        }
                        if (method.getName().equals("maxResults")) {
                            max = (Integer) arguments[0];
                        }
                        return proxy;
                    });
        }

        private Stream<AdminEvent> result() {
            return events.stream().skip(first).limit(max).peek(event -> read++);
        }
    }
}
