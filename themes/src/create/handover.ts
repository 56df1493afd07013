/** What is handed to whoever runs the machine, ready to use. An encoded address may still have an apostrophe. */

export function curlLine(tokenUrl: string, clientId: string, clientSecret: string): string {
  return `curl -s '${tokenUrl.replaceAll("'", "%27")}' -u '${clientId}:${clientSecret}' -d grant_type=client_credentials`;
}

export function envFile(tokenUrl: string, clientId: string, clientSecret: string): string {
  return `CLIENT_ID=${clientId}\nCLIENT_SECRET=${clientSecret}\nTOKEN_URL=${tokenUrl}\n`;
}
