/** Milliseconds since 1970 as RFC 3339 in UTC, to the second. Source: `docs: Responses`. */
export function toTimestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
