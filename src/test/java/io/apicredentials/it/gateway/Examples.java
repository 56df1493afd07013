package io.apicredentials.it.gateway;

import static io.apicredentials.it.gateway.Example.EXAMPLES;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The examples that are run. */
final class Examples {

    private static final Path OWN = Path.of("src", "test", "resources", "gateway");
    private static final Path EXPRESS = EXAMPLES.resolve("express");

    private static final String BUILD = "Run examples/build.sh.";

    private Examples() {}

    static Example express(String file) {
        Path modules = EXPRESS.resolve("node_modules");
        return new Example(
                "express-" + file,
                List.of(EXPRESS.resolve("package.json"), EXPRESS.resolve(file + ".js")),
                "ln -sfn '" + modules.toAbsolutePath() + "' node_modules; exec node " + file + ".js",
                List.of(modules),
                BUILD);
    }

    static Example apache(String module) {
        return Example.gateway(
                "apache-" + module,
                List.of(EXAMPLES.resolve("apache").resolve(module + ".conf"), OWN.resolve("apache.conf")),
                "exec apache2 -f \"$PWD/apache.conf\" -DFOREGROUND -D" + module.toUpperCase(Locale.ROOT),
                List.of(Path.of("/usr/sbin/apache2"), Path.of("/usr/lib/apache2/modules", module + ".so")),
                debian("apache2 libapache2-" + module.replace('_', '-')));
    }

    static Example nginx() {
        Path files = EXAMPLES.resolve("nginx");
        return Example.gateway(
                "nginx",
                List.of(files.resolve("api.conf"), files.resolve("tokens.js"), OWN.resolve("nginx.conf")),
                "exec nginx -c \"$PWD/nginx.conf\"",
                List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/lib/nginx/modules/ngx_http_js_module.so")),
                debian("nginx libnginx-mod-http-js"));
    }

    static Example haproxy() {
        Path files = EXAMPLES.resolve("haproxy");
        return Example.gateway(
                "haproxy",
                List.of(files.resolve("haproxy.cfg"), files.resolve("keys.sh")),
                "bash keys.sh; exec haproxy -db -f haproxy.cfg",
                List.of(Path.of("/usr/sbin/haproxy")),
                debian("haproxy"));
    }

    static Example spring() {
        return java("spring", "balances.jar", "-Dspring.config.location=file:application.properties");
    }

    static Example quarkus() {
        return java("quarkus", "quarkus-app/quarkus-run.jar", "-Dquarkus.config.locations=$PWD/application.properties");
    }

    /** One that Maven has built. */
    private static Example java(String name, String jar, String config) {
        Path folder = EXAMPLES.resolve(name);
        Path built = folder.resolve("target").resolve(jar);
        return new Example(
                name,
                List.of(folder.resolve("src/main/resources/application.properties")),
                "exec $JAVA_HOME/bin/java " + config + " -jar '" + built.toAbsolutePath() + "'",
                List.of(built),
                BUILD);
    }

    private static String debian(String packages) {
        return "Debian: apt-get install " + packages + ".";
    }
}
