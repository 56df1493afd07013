package com.example.balances;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

@Path("/")
public class Balances {

    @GET
    @Path("balances")
    @PermissionsAllowed("balances:read")
    public List<String> all() {
        return List.of();
    }

    @GET
    @Path("vaults/{vault}/balances")
    @PermissionsAllowed("balances-of-vault")
    public List<String> ofVault(String vault) {
        return List.of();
    }

    /** Compares words itself: a permission of Quarkus would take a vault with a space behind it for the one without. */
    @PermissionChecker("balances-of-vault")
    boolean mayReadVault(SecurityIdentity identity, String vault) {
        List<String> allowed = List.of("balances:read", "balances:read:vault", "balances:read:vault:" + vault);
        Object scope = ((JsonWebToken) identity.getPrincipal()).getClaim("scope");
        return scope instanceof String words && Stream.of(words.split(" ")).anyMatch(allowed::contains);
    }
}
