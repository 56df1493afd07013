-- For realms with very many API credentials: the order of their list. It is on a table of Keycloak's, so that it is yours to create
-- and to drop; see docs/performance.md. To drop it: drop index idx_api_cred_client_name;
create index idx_api_cred_client_name on client (realm_id, client_authenticator_type, name, id);
