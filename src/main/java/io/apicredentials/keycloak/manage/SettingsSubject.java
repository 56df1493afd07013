package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.client.RealmRow;
import io.apicredentials.keycloak.client.RowLock;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.ChangeBase;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.SettingsJson;
import io.apicredentials.keycloak.settings.RealmAttributes;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.keycloak.settings.StoredSettingsRequest;
import io.apicredentials.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The settings of a realm, about which something is asked. */
public final class SettingsSubject implements ApprovalSubject {

    /** What the ids of requests about settings begin with. */
    public static final String NAME = "settings";

    private static final String APPROVAL = "approval.";

    private final ManageContext context;

    private SettingsSubject(ManageContext context) {
        this.context = context;
    }

    /** Locks the settings, so that two changes at once leave none of each; empty when another request is changing them. */
    public static Optional<SettingsSubject> take(ManageContext context) {
        return new RealmRow(context.session(), context.realm()).takeAnew() == RowLock.HELD
                ? Optional.of(new SettingsSubject(context))
                : Optional.empty();
    }

    /**
     * Whether these settings would make anything else wait for approval, or in another way.
     *
     * @param wanted a text for each setting that is to be set
     */
    public boolean changesApproval(Map<RealmSetting<?>, String> wanted) {
        RealmAttributes present = new RealmSettings(context.realm()).attributes();
        return RealmSetting.ALL.stream()
                .filter(setting -> setting.path().startsWith(APPROVAL))
                .anyMatch(setting -> !Objects.equals(wanted.get(setting), present.get(setting.key())));
    }

    /** The same for a change that the operator of the server lets go without approval. */
    public SettingsSubject breakingGlass() {
        return new SettingsSubject(context.breakingGlass());
    }

    /** The same for a change of which somebody says why. */
    public SettingsSubject because(Optional<String> reason) {
        return new SettingsSubject(context.because(reason));
    }

    @Override
    public ManageContext context() {
        return context;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<StoredCredential> credentialAsStored() {
        return Optional.empty();
    }

    @Override
    public Optional<LastRequest> last() {
        return new StoredSettingsRequest(context.realm()).last();
    }

    @Override
    public void store(LastRequest last) {
        new StoredSettingsRequest(context.realm()).store(last);
    }

    @Override
    public ChangeBase base(Operation operation) {
        return ChangeBase.ofSettings(context.realm());
    }

    @Override
    public void log(RequestAction action, LastRequest last) {
        context.changes().settingsRequest(action, last);
    }

    @Override
    public Effect apply(LastRequest approved) {
        ProposedChange change = ProposedChange.of(approved);
        Problems problems = new Problems(change.proposed());
        Map<RealmSetting<?>, String> wanted =
                SettingsJson.read(new RequestFields(change.proposed(), "", problems), problems);
        if (!problems.isEmpty()) {
            return new Effect.Impossible(List.of(Problem.of("", ApprovalProblem.SETTINGS_OUTDATED)));
        }
        Optional<Problem> tooFew =
                new EnoughApprovers(context).problem(wanted, approved.request().requestedBy());
        if (tooFew.isPresent()) {
            return new Effect.Impossible(List.of(tooFew.get()));
        }
        new ChangeSettings(new SettingsSubject(context.ofRequest(approved))).run(wanted);
        return new Effect.Made();
    }
}
