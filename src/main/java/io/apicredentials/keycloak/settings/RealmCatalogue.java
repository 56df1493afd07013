package io.apicredentials.keycloak.settings;

import io.apicredentials.permission.PermissionCatalogue;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** The permission sets of a realm: its own, in an attribute, or the built-in ones. */
public record RealmCatalogue(RealmModel realm) {

    /** The attribute of a realm that declares its permission sets. */
    public static final String ATTRIBUTE = "api.credential.permission-sets";

    private static final ParsedTexts<PermissionCatalogue> KNOWN = new ParsedTexts<>(CatalogueText::parse);

    /** Those that count: the built-in ones, too, where what the realm says cannot be read. */
    public PermissionCatalogue present() {
        return own().orElseGet(RealmCatalogue::builtIn);
    }

    /** Those of a realm that says nothing. */
    public static PermissionCatalogue builtIn() {
        return CatalogueFile.catalogue();
    }

    /** Whether the realm says what its sets are, readable or not. */
    public boolean isDeclared() {
        return text().isPresent();
    }

    /**
     * Whether to declare this would change nothing.
     *
     * @param sets empty means the built-in ones
     */
    public boolean isAlready(Optional<PermissionCatalogue> sets) {
        return sets.map(wanted -> wanted.equals(present()) && warning().isEmpty())
                .orElse(!isDeclared());
    }

    /** Replaces all sets; empty means the built-in ones. */
    public void declare(Optional<PermissionCatalogue> sets) {
        sets.map(CatalogueText::format)
                .ifPresentOrElse(text -> realm.setAttribute(ATTRIBUTE, text), () -> realm.removeAttribute(ATTRIBUTE));
    }

    /** One sentence for administrators if what the realm says cannot be read. */
    Optional<String> warning() {
        return isDeclared() && own().isEmpty()
                ? Optional.of("The built-in permission sets are offered, since the realm attribute '" + ATTRIBUTE
                        + "' is not a list of permission sets; write it anew with PUT permission-sets, or delete it with"
                        + " DELETE permission-sets.")
                : Optional.empty();
    }

    private Optional<PermissionCatalogue> own() {
        return text().flatMap(KNOWN);
    }

    private Optional<String> text() {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
