/**
 * Reads a Java properties file as far as message bundles use the format: `key=value` lines in UTF-8, `#` comments,
 * a backslash before a line end for continuation, and `\n`, `\uXXXX` and other escapes.
 */
export function parseProperties(text: string): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const line of text.replace(/\\\r?\n[ \t]*/g, "").split(/\r?\n/)) {
    const [, key, value] = /^\s*([^#!\s=:][^\s=:]*)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) {
      messages[key] = unescape(value);
    }
  }
  return messages;
}

function unescape(value: string): string {
  return value.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, escape: string) => {
    if (escape.startsWith("u") && escape.length === 5) {
      return String.fromCharCode(parseInt(escape.slice(1), 16));
    }
    return escape === "n" ? "\n" : escape;
  });
}
