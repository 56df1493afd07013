/** The texts that name fields of credentials and of what records say of their changes; those of settings are named as on their page. */
export const FIELD_KEYS: Record<string, string> = {
  name: "apiCredentials.name",
  description: "apiCredentials.description",
  clientId: "apiCredentials.clientId",
  permissionSet: "apiCredentials.set",
  allowedIps: "apiCredentials.addresses",
  permissions: "apiCredentials.permissions",
  owner: "apiCredentials.owner",
  "owner.team": "apiCredentials.owner.team",
  "owner.contact": "apiCredentials.owner.contact",
  "owner.userId": "apiCredentials.approval.ownerUser",
  expiresAt: "apiCredentials.expiry",
  tokenLifespan: "apiCredentials.tokenLifespan",
  enabled: "apiCredentials.status",
  tokensRevokedUntil: "apiCredentials.field.tokensRevokedUntil",
  secrets: "apiCredentials.secrets",
  "delivery.expiresAt": "apiCredentials.field.linkExpiresAt",
  "delivery.open": "apiCredentials.field.linkOpen",
  "delivery.pickedUpAt": "apiCredentials.approval.pickedUpAt",
  "delivery.pickedUpFrom": "apiCredentials.field.pickedUpFrom",
  "request.id": "apiCredentials.approval",
  "request.operation": "apiCredentials.approval.operation",
  "request.status": "apiCredentials.field.requestStatus",
  revokeTokens: "apiCredentials.revokeTokens",
  overlap: "apiCredentials.rotate.overlap",
  delivery: "apiCredentials.delivery",
  validFor: "apiCredentials.delivery.validFor",
  addressBound: "apiCredentials.delivery.addressBound",
  tokens_revoked: "apiCredentials.revokeTokens",
  api_credential_secret: "apiCredentials.secrets.secret",
  request: "apiCredentials.approval",
  digest: "apiCredentials.approval.digest",
  required: "apiCredentials.field.required",
  status: "apiCredentials.field.requestStatus",
  reason: "apiCredentials.field.occasion",
  stop: "apiCredentials.stop",
  approval: "apiCredentials.approvals",
  bulk: "apiCredentials.field.bulk",
  line: "apiCredentials.field.bulkLine",
  operation: "apiCredentials.field.keycloakOperation",
  resource_path: "apiCredentials.field.resourcePath",
};

/** How the value of a field is told; what is none of these is told as it is. */
export type ValueKind = "instant" | "duration" | "operation" | "requestStatus" | "delivery" | "environment" | "occasion" | "approval" | "secrets" | "set" | "enabled" | "flag" | "text";

const KINDS: Record<string, ValueKind> = {
  expiresAt: "instant",
  tokensRevokedUntil: "instant",
  "delivery.expiresAt": "instant",
  "delivery.pickedUpAt": "instant",
  overlap: "duration",
  validFor: "duration",
  "rotation.maxOverlap": "duration",
  "approval.timeout": "duration",
  "approval.operations": "operation",
  "request.operation": "operation",
  "request.status": "requestStatus",
  status: "requestStatus",
  delivery: "delivery",
  environment: "environment",
  reason: "occasion",
  approval: "approval",
  secrets: "secrets",
  permissionSet: "set",
  enabled: "enabled",
};

/** Texts of people, which are told as they are, whatever they look like. */
const TEXTS = ["name", "description", "owner.team", "owner.contact", "audience"];

export function kindOf(field: string, value: string): ValueKind {
  return KINDS[field] ?? (!TEXTS.includes(field) && (value === "true" || value === "false") ? "flag" : "text");
}

/** What is in a permission set is a field that is called as the set. */
export const SET_FIELD = "permissionSets.";

/** What a field is asked to be is named after what it is. */
const PROPOSED = "proposed.";

/** The field itself, of one that somebody asks for. */
export function fieldIn(field: string): { field: string; isProposed: boolean } {
  return field.startsWith(PROPOSED)
    ? { field: field.slice(PROPOSED.length), isProposed: true }
    : { field, isProposed: false };
}
