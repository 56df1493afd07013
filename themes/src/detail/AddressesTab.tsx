import { useState } from "react";
import { AddressFields, addressesOf, allowedIpsOf, areAddressesValid } from "../form/AddressFields";
import { problemsWithin } from "../form/problems";
import { EditForm, type EditTabProps } from "./EditForm";

/** From where the credential can be used. */
export const AddressesTab = ({ credential, problems, isReadOnly, onSave }: EditTabProps) => {
  const held = addressesOf(credential.allowedIps ?? []);
  const [addresses, setAddresses] = useState(held);
  const own = problemsWithin(problems, "allowedIps");
  return (
    <EditForm
      isReadOnly={isReadOnly}
      isValid={areAddressesValid(addresses)}
      otherProblems={problems.filter((problem) => !own.includes(problem) && problem.field !== "updatedAt")}
      onSave={() => onSave({ allowedIps: allowedIpsOf(addresses) })}
      onRevert={() => setAddresses(held)}
    >
      <AddressFields addresses={addresses} problems={own} isReadOnly={isReadOnly} onChange={setAddresses} />
    </EditForm>
  );
};
