package io.apicredentials.keycloak.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.PermissionsForm;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.permission.OAuthScope;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.Permissions;
import jakarta.enterprise.context.ContextNotActiveException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * How long the tokens of a realm's credentials are, in bytes, by what will be in them. It does not count what a mapper of
 * an administrator adds, an algorithm chosen at one client, and RSA keys of more than 2048 bits.
 */
public final class TokenSize {

    /** Common limits are at 8 KB for a header, or for all of a request together. */
    private static final int LARGE = 6 * 1024;

    private static final String UUID = "00000000-0000-0000-0000-000000000000";
    private static final long INSTANT = 1_795_512_600;
    private static final String HEADER = "{\"alg\":\"\",\"typ\" : \"JWT\",\"kid\" : \"\"}";
    private static final int KEY_ID = 43;
    private static final int PERMISSION = "{\"type\":\"\",\"action\":\"\",\"scope\":\"\"},".length();
    private static final int RESOURCE = ",\"resource\":\"\"".length();

    /** Bytes of a signature (RFC 7518 3.3 to 3.5, RFC 8032 5.1); of all others those of a key of 2048 bits. */
    private static final Map<String, Integer> SIGNATURES =
            Map.of(Algorithm.ES256, 64, Algorithm.EdDSA, 64, Algorithm.ES384, 96, Algorithm.ES512, 132);

    private static final int RSA_SIGNATURE = 256;

    private final int headerAndSignature;
    private final int claims;
    private final PermissionsForm form;
    private final boolean hasScope;

    private TokenSize(int headerAndSignature, int claims, RealmSettings settings) {
        this.headerAndSignature = headerAndSignature;
        this.claims = claims;
        this.form = settings.permissionsForm();
        this.hasScope = settings.hasScopeClaim();
    }

    public static TokenSize of(KeycloakSession session, RealmModel realm) {
        RealmSettings settings = new RealmSettings(realm);
        String algorithm = settings.signatureAlgorithm();
        return new TokenSize(
                encoded(HEADER.length() + algorithm.length() + KEY_ID)
                        + encoded(SIGNATURES.getOrDefault(algorithm, RSA_SIGNATURE)),
                length(claims(issuer(session, realm), settings, ClaimNames.of(session, realm))),
                settings);
    }

    /** Without a request and a fixed host name there is none, and its few bytes are not counted. */
    private static String issuer(KeycloakSession session, RealmModel realm) {
        try {
            return Urls.realmIssuer(
                    session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName());
        } catch (ContextNotActiveException noRequest) {
            return "";
        }
    }

    /** All but what differs between credentials. */
    private static ObjectNode claims(String issuer, RealmSettings settings, ClaimNames names) {
        List<String> audience = settings.audience();
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("exp", INSTANT)
                .put("iat", INSTANT)
                .put("jti", "trrtcc:" + UUID)
                .put("iss", issuer)
                .put("sub", UUID)
                .put("typ", "Bearer")
                .put("azp", "")
                .put(OAuth2Constants.CLIENT_ID, "")
                .put(names.permissionSet(), "");
        if (audience.size() == 1) {
            claims.put("aud", audience.get(0));
        } else {
            audience.forEach(claims.putArray("aud")::add);
        }
        claims.putArray(names.permissions());
        if (settings.permissionsForm() == PermissionsForm.BOTH) {
            claims.putArray(ClaimNames.PERMISSION_STRINGS);
        }
        if (settings.hasScopeClaim()) {
            claims.put("scope", "");
        }
        return claims;
    }

    /** One sentence for administrators, if the tokens of this credential are large; none if its claims cannot be read. */
    public Optional<String> warning(StoredCredential credential) {
        return bytes(credential)
                .filter(bytes -> bytes >= LARGE)
                .map(bytes -> "The tokens of this credential have about " + bytes
                        + " bytes, and many servers refuse a request with headers of more than 8 KB; choose wider scopes or"
                        + " fewer permissions, split the credential, or raise the limit of every server and proxy before your"
                        + " API.");
    }

    private Optional<Integer> bytes(StoredCredential credential) {
        return credential.permissions().map(permissions -> {
            int bytes = claims
                    + 2 * credential.clientId().length()
                    + credential.permissionSet().orElse("").length()
                    + length(permissions);
            return headerAndSignature + encoded(bytes) + "..".length();
        });
    }

    /** Nothing in a permission needs more than a byte, or an escape. What stands between two of them is one byte. */
    private int length(Permissions permissions) {
        int count = permissions.list().size();
        int words = OAuthScope.of(permissions).length();
        int objects = form == PermissionsForm.STRINGS
                ? 0
                : permissions.list().stream().mapToInt(TokenSize::length).sum() - 1;
        int strings = form == PermissionsForm.OBJECTS ? 0 : words + count * "\"\"".length();
        return objects + strings + (hasScope ? words : 0);
    }

    private static int length(Permission permission) {
        int resource = permission.resource() == null
                ? 0
                : RESOURCE + permission.resource().length();
        return PERMISSION
                + permission.type().length()
                + permission.action().length()
                + permission.scope().length()
                + resource;
    }

    private static int length(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Base64 without padding. */
    private static int encoded(int bytes) {
        return (bytes * 4 + 2) / 3;
    }
}
