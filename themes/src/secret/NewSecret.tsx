import { createContext, type PropsWithChildren, useContext, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { IssuedCredential } from "../api/types";
import { useStay } from "../page/Leaving";
import { type Tab, toDetail } from "../page/paths";
import { LinkDialog } from "./LinkDialog";
import { SecretDialog } from "./SecretDialog";

interface New {
  credential: IssuedCredential;
  realm: string;
  /** The tab of the credential to which closing leads. */
  tab?: Tab;
}

const Show = createContext<(created: New) => void>(() => undefined);

/** Shows the secret that a credential of a realm was just given, or the link to it, once. */
export const useNewSecret = () => useContext(Show);

/** Draws the dialog above all pages: whatever page comes to be below it, or fails, it stays until it is closed. */
export const NewSecret = ({ children }: PropsWithChildren) => {
  const [created, setCreated] = useState<New>();
  const navigate = useNavigate();
  const release = useStay(created !== undefined);
  const close = ({ realm, credential, tab }: New) => {
    release();
    setCreated(undefined);
    void navigate(toDetail(realm, credential.id, tab), { replace: true });
  };

  return (
    <Show.Provider value={setCreated}>
      {children}
      {created && <Dialog created={created} onClose={() => close(created)} />}
    </Show.Provider>
  );
};

const Dialog = ({ created: { credential, realm }, onClose }: { created: New; onClose: () => void }) =>
  "link" in credential ? (
    <LinkDialog credential={credential} onClose={onClose} />
  ) : (
    <SecretDialog credential={credential} realm={realm} onClose={onClose} />
  );
