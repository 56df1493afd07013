/**
 * What is handed to the people who run the machine, ready to use. The command has no secret in it, which would stay in the
 * history of the shell: it reads the variables that the file has. An encoded address may still have an apostrophe.
 */

export function curlLine(tokenUrl: string): string {
  const url = tokenUrl.replaceAll("'", "%27");
  return `curl -s '${url}' -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials`;
}

export function envFile(tokenUrl: string, clientId: string, clientSecret: string): string {
  return `CLIENT_ID=${clientId}\nCLIENT_SECRET=${clientSecret}\nTOKEN_URL=${tokenUrl}\n`;
}
