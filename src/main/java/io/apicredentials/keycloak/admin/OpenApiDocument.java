package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.apicredentials.keycloak.settings.RealmAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of this resource for programs: the file in the JAR, with the addresses of one realm. */
final class OpenApiDocument {

    private static final String FILE = "/META-INF/api-credentials-openapi.yaml";
    private static final String DELIVERY = "/" + RealmAddresses.DELIVERY_PATH + "/{token}";

    private OpenApiDocument() {}

    /** A class of its own, so that the file is read when somebody asks for it and not at the start of the server. */
    private static final class Template {

        private static final ObjectNode CONTENT = read();

        private static ObjectNode read() {
            try (InputStream file = OpenApiDocument.class.getResourceAsStream(FILE)) {
                return (ObjectNode) new YAMLMapper().readTree(Objects.requireNonNull(file, FILE));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** The one of a realm. */
    static ObjectNode of(RealmAddresses addresses) {
        ObjectNode document = Template.CONTENT.deepCopy();
        serveAt(document, addresses.administration());
        serveAt((ObjectNode) document.at("/paths").get(DELIVERY), addresses.pages());
        return document;
    }

    private static void serveAt(ObjectNode part, String address) {
        part.putArray("servers").addObject().put("url", address);
    }
}
