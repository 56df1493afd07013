package io.apicredentials.keycloak.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A database whose queries all find the same rows, and whose changes all change as many rows. */
final class StubEntities {

    /** The parameters of all statements, by their names. */
    final Map<String, Object> parameters = new HashMap<>();

    /** The statements, in their order. */
    final List<String> statements = new ArrayList<>();

    private final List<AuditRow> rows;
    private final int changed;

    StubEntities(List<AuditRow> rows, int changed) {
        this.rows = rows;
        this.changed = changed;
    }

    EntityManager proxy() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("createQuery")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    statements.add((String) arguments[0]);
                    return query();
                });
    }

    private TypedQuery<?> query() {
        return (TypedQuery<?>) Proxy.newProxyInstance(
                TypedQuery.class.getClassLoader(),
                new Class<?>[] {TypedQuery.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "executeUpdate" -> changed;
                    case "getResultList" -> rows;
                    case "getResultStream" -> rows.stream();
                    case "setParameter" -> {
                        parameters.put((String) arguments[0], arguments[1]);
                        yield proxy;
                    }
                    case "setMaxResults", "setFirstResult", "setHint" -> proxy;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
