import type { Operation } from '../spec/index.ts';
import type { Alteration, Caller } from './case.ts';
import type { AccountName, Target } from './target.ts';

/** One request, ready to be sent. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A well-formed token that nobody has. */
const STRANGER = '99999999-9999-4999-8999-999999999999';

/** Makes the request of an operation; parameters and body have no placeholders any more. */
export function toRequest(
  target: Target,
  operation: Operation,
  as: Caller,
  parameters: Readonly<Record<string, unknown>>,
  body: unknown,
  alter: Alteration = {},
): Request {
  const path = operation.path.replace(/\{(.+?)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters[name])).replaceAll('%40', '@'),
  );
  const headers: Record<string, string> = {};
  const token = tokenOf(target, as);
  if (alter.authorization !== undefined) {
    headers.Authorization = alter.authorization.replace('{{token}}', token ?? '');
  } else if (token !== undefined) {
    headers.Authorization = `Bearer ${token}`;
  }
  const contentType = alter.contentType === undefined ? 'application/json' : alter.contentType;
  if (hasBody(body, alter) && contentType !== null) headers['Content-Type'] = contentType;
  const url = target.url.replace(/\/$/, '') + path + (alter.suffix ?? '');
  return {
    method: alter.method ?? operation.method,
    url,
    headers,
    // Made when it is wanted: reports keep requests, and some bodies are megabytes.
    get body() {
      return bodyText(body, alter);
    },
  };
}

/** A command line that repeats a request, with variables for the tokens. */
export function toCurl(target: Target, { method, url, headers, body }: Request): string {
  const parts = [`curl -X ${method} ${quote(url)}`];
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`-d ${quote(body.length > 2000 ? `${body.slice(0, 2000)}…` : body)}`);
  return withoutTokens(target, parts.join(' '), true);
}

/** A text in which no token of the target stands any more. `inShell` lets the shell put it back. */
export function withoutTokens(target: Target, text: string, inShell = false): string {
  let clean = text;
  for (const [name, token] of Object.entries(target.tokens)) {
    if (token === undefined || token === '') continue;
    const variable = name === 'first' ? '$TOKEN' : `$${name.toUpperCase()}_TOKEN`;
    clean = clean.replaceAll(token, inShell ? `'"${variable}"'` : variable);
  }
  return clean;
}

/** The token of a caller; undefined for nobody. */
function tokenOf({ tokens }: Target, as: Caller): string | undefined {
  if (as === 'stranger') return STRANGER;
  return as === 'nobody' ? undefined : tokens[as satisfies AccountName];
}

function hasBody(body: unknown, { text, bytes }: Alteration): boolean {
  return body !== undefined || text !== undefined || bytes !== undefined;
}

function bodyText(body: unknown, { text, bytes }: Alteration): string | undefined {
  if (bytes !== undefined) return `"${'a'.repeat(bytes - 2)}"`;
  if (text !== undefined) return String(text);
  return body === undefined ? undefined : JSON.stringify(body);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
