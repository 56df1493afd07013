import type { LinkTerms } from "../api/secretTypes";

/** How a new secret gets to the person who needs it. */
export interface DeliveryChoice {
  /** Somebody else picks it up; otherwise it is shown here. */
  isLink: boolean;
  validFor: string;
  isAddressBound: boolean;
}

/** For how long a link can be made to work, within what the server allows. */
export const VALIDITIES = ["PT1H", "PT24H", "P7D"] as const;

export const SHOWN_HERE: DeliveryChoice = { isLink: false, validFor: "PT24H", isAddressBound: false };

/** What a request says about it; nothing where the secret is shown. */
export function termsOf({ isLink, validFor, isAddressBound }: DeliveryChoice): LinkTerms | undefined {
  return isLink ? { delivery: "link", validFor, addressBound: isAddressBound } : undefined;
}
