package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.CredentialQuery;
import io.apicredentials.keycloak.history.SettingsWithoutEffect;
import io.apicredentials.keycloak.json.PendingRepresentation;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.SettingsJson;
import io.apicredentials.keycloak.manage.AskForApproval;
import io.apicredentials.keycloak.manage.ChangeSettings;
import io.apicredentials.keycloak.manage.EnoughApprovers;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.SettingsSubject;
import io.apicredentials.keycloak.provider.ApiCredentials;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.keycloak.settings.SettingPreset;
import io.apicredentials.keycloak.settings.StoredSettingsRequest;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.util.JsonSerialization;

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
        parameters(List.of()).refuseIfWrong();
        return Response.ok(present()).build();
    }

    /** Settings to start from. */
    @GET
    @Path("presets")
    public Response presets() {
        rights.requireViewSettings();
        parameters(List.of()).refuseIfWrong();
        ObjectNode presets = JsonNodeFactory.instance.objectNode();
        SettingPreset.ALL.forEach(preset -> presets.set(preset.word(), SettingsJson.of(preset)));
        return Response.ok(presets).build();
    }

    /** Replaces them as a whole; a dry run says which credentials would not comply any more, and writes nothing. */
    @PUT
    public Response replace(InputStream body) {
        rights.requireManageSettings();
        QueryParameters parameters = parameters(List.of(DRY_RUN));
        boolean isDryRun = parameters.flag(DRY_RUN).orElse(false);
        parameters.refuseIfWrong();
        JsonNode json = RequestJson.read(body);
        Problems problems = new Problems(json);
        RequestFields fields = new RequestFields(json, "", problems);
        Optional<String> reason = ReasonField.read(fields, problems);
        Map<RealmSetting<?>, String> wanted = SettingsJson.read(fields, problems);
        Refusal.ifAny(problems);
        if (isDryRun) {
            return Response.ok(ViolatingRepresentation.of(
                            new CredentialQuery(context.session(), context.realm()),
                            context.judge(),
                            context.judge(wanted),
                            rights.mayView()))
                    .build();
        }
        SettingsSubject settings = SettingsSubject.take(context).orElseThrow(Refusal::settingsBusy);
        boolean changesApproval = settings.changesApproval(wanted);
        if (changesApproval) {
            Refusal.ifAny(new EnoughApprovers(context)
                    .problem(wanted, rights.userId()).stream().toList());
        }
        boolean mustWait = changesApproval && context.approval().requires(Operation.SETTINGS);
        boolean breaksGlass = mustWait && breaksGlass();
        if (mustWait && !breaksGlass) {
            return ask(settings, wanted, reason);
        }
        new ChangeSettings((breaksGlass ? settings.breakingGlass() : settings).because(reason)).run(wanted);
        return Response.ok(present()).build();
    }

    /** Each time that it is asked, the log of the server says so. */
    private boolean breaksGlass() {
        return ApiCredentials.options(context.session())
                .breaksGlass(context.realm().getName());
    }

    private Response ask(SettingsSubject settings, Map<RealmSetting<?>, String> wanted, Optional<String> reason) {
        new AskForApproval(settings)
                .run(ProposedChange.settings(SettingsJson.of(wanted)), new WaitingChange(context, rights).asker(reason))
                .ifPresent(problem -> {
                    throw Refusal.conflict(problem);
                });
        return WaitingChange.accepted(present());
    }

    private QueryParameters parameters(List<String> known) {
        return new QueryParameters(context.session().getContext().getUri().getQueryParameters(), known);
    }

    private ObjectNode present() {
        RealmSettings settings = new RealmSettings(context.realm());
        ObjectNode json = SettingsJson.of(settings.attributes());
        List<String> warnings = Stream.of(
                        settings.warnings(), new SettingsWithoutEffect(context.session(), context.realm()).warnings())
                .flatMap(List::stream)
                .toList();
        if (!warnings.isEmpty()) {
            warnings.forEach(json.putArray("warnings")::add);
        }
        new StoredSettingsRequest(context.realm())
                .last()
                .filter(last -> last.isOpen(context.now()))
                .map(PendingRepresentation::of)
                .ifPresent(pending -> json.set("pending", JsonSerialization.mapper.valueToTree(pending)));
        return json;
    }
}
