import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import { PageSection } from "@patternfly/react-core";
import { usePermissionSets } from "../form/usePermissionSets";
import { LoadFailure } from "../page/LoadFailure";
import { CreateWizard } from "./CreateWizard";

/** Creates a credential step by step, and shows its secret once. */
const CreatePage = () => {
  const { sets, failure, retry } = usePermissionSets();
  if (failure !== undefined) {
    return (
      <PageSection variant="light">
        <LoadFailure what="load" error={failure} onRetry={retry} />
      </PageSection>
    );
  }
  return sets === undefined ? <KeycloakSpinner /> : <CreateWizard sets={sets} />;
};

export default CreatePage;
