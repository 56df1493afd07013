package io.apicredentials.testing;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;

/** Stands for one of Keycloak's large interfaces where a test needs a method or two of it. */
public final class Stub {

    private Stub() {}

    /**
     * Answers these methods with these values, or with what a {@link Supplier} gives each time, whatever the arguments are.
     *
     * @throws UnsupportedOperationException from every other method
     */
    public static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    Object answer = answers.get(method.getName());
                    return answer instanceof Supplier<?> anew ? anew.get() : answer;
                }));
    }
}
