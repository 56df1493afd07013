import { createContext, type PropsWithChildren, useContext, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { CreatedCredential } from "../api/types";
import { useStay } from "../page/Leaving";
import { toDetail } from "../page/paths";
import { SecretDialog } from "./SecretDialog";

interface New {
  credential: CreatedCredential;
  realm: string;
}

const Show = createContext<(created: New) => void>(() => undefined);

/** Shows the secret of a credential that was just created in a realm, once. */
export const useNewSecret = () => useContext(Show);

/** Draws the dialog above all pages: whatever page comes to be below it, or fails, it stays until it is closed. */
export const NewSecret = ({ children }: PropsWithChildren) => {
  const [created, setCreated] = useState<New>();
  const navigate = useNavigate();
  const release = useStay(created !== undefined);

  return (
    <Show.Provider value={setCreated}>
      {children}
      {created && (
        <SecretDialog
          credential={created.credential}
          realm={created.realm}
          onClose={() => {
            release();
            setCreated(undefined);
            void navigate(toDetail(created.realm, created.credential.id), { replace: true });
          }}
        />
      )}
    </Show.Provider>
  );
};
