package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.SettingsJson;
import io.apicredentials.keycloak.manage.ChangeSettings;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.keycloak.settings.SettingPreset;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** What a realm says about its credentials. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource {

    private static final String DRY_RUN = "dryRun";

    private final ManageContext context;
    private final CallerRights rights;

    SettingsResource(ManageContext context, CallerRights rights) {
        this.context = context;
        this.rights = rights;
    }

    @GET
    public Response get() {
        rights.requireViewSettings();
        return Response.ok(present()).build();
    }

    /** Settings to start from. */
    @GET
    @Path("presets")
    public Response presets() {
        rights.requireViewSettings();
        ObjectNode presets = JsonNodeFactory.instance.objectNode();
        SettingPreset.ALL.forEach(preset -> presets.set(preset.word(), SettingsJson.of(preset)));
        return Response.ok(presets).build();
    }

    /** Replaces them as a whole; a dry run says which credentials would not comply, and writes nothing. */
    @PUT
    public Response replace(InputStream body) {
        rights.requireManageSettings();
        QueryParameters parameters =
                new QueryParameters(context.session().getContext().getUri().getQueryParameters(), List.of(DRY_RUN));
        boolean isDryRun = parameters.flag(DRY_RUN).orElse(false);
        parameters.refuseIfWrong();
        JsonNode json = RequestJson.read(body);
        Problems problems = new Problems(json);
        Map<RealmSetting<?>, String> wanted = SettingsJson.read(new RequestFields(json, "", problems), problems);
        Refusal.ifAny(problems);
        if (isDryRun) {
            return Response.ok(ViolatingRepresentation.of(
                            new CredentialQuery(context.session(), context.realm()),
                            context.judge(wanted),
                            rights.mayView()))
                    .build();
        }
        if (!new ChangeSettings(context).run(wanted)) {
            throw Refusal.settingsBusy();
        }
        return Response.ok(present()).build();
    }

    private ObjectNode present() {
        RealmSettings settings = new RealmSettings(context.realm());
        ObjectNode json = SettingsJson.of(settings.attributes());
        List<String> warnings = settings.warnings();
        if (!warnings.isEmpty()) {
            warnings.forEach(json.putArray("warnings")::add);
        }
        return json;
    }
}
