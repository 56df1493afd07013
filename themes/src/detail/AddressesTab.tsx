import { AddressFields } from "../form/AddressFields";
import { areAddressesValid } from "../form/addresses";
import { problemsElsewhere, problemsWithin } from "../form/problems";
import { EditForm, type EditTabProps } from "./EditForm";

/** From where the credential can be used. */
export const AddressesTab = ({ editing, isReadOnly }: EditTabProps) => {
  const { draft, problems } = editing;
  return (
    <EditForm
      isReadOnly={isReadOnly}
      isValid={areAddressesValid(draft.addresses)}
      otherProblems={problemsElsewhere(problems, "allowedIps")}
      onSave={() => editing.save("addresses")}
      onRevert={() => editing.revert("addresses")}
    >
      <AddressFields
        addresses={draft.addresses}
        problems={problemsWithin(problems, "allowedIps")}
        isReadOnly={isReadOnly}
        onChange={(addresses) => editing.edit({ addresses })}
      />
    </EditForm>
  );
};
