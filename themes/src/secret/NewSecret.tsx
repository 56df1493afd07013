import { createContext, type PropsWithChildren, useContext, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { CreatedCredential } from "../api/types";
import { useStay } from "../page/Leaving";
import { type Tab, toDetail } from "../page/paths";
import { SecretDialog } from "./SecretDialog";

interface New {
  credential: CreatedCredential;
  realm: string;
  /** The tab of the credential to which closing leads. */
  tab?: Tab;
}

const Show = createContext<(created: New) => void>(() => undefined);

/** Shows the secret that a credential of a realm was just given, once. */
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
            void navigate(toDetail(created.realm, created.credential.id, created.tab), { replace: true });
          }}
        />
      )}
    </Show.Provider>
  );
};
