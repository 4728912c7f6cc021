import type { Operation } from '../../spec/index.ts';
import type { Alteration, Caller } from '../language/case.ts';
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

/** The headers of plain reading. Others may turn it into something else, as `X-HTTP-Method-Override` does. */
const READING_HEADERS = ['authorization', 'x-control-token'];

/** Makes the request of an operation; parameters and body have no placeholders any more. */
export function toRequest(
  target: Target,
  operation: Operation,
  as: Caller,
  parameters: Readonly<Record<string, unknown>>,
  body: unknown,
  alter: Alteration = {},
): Request {
  const encoded = operation.path.replace(/\{(.+?)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters[name])),
  );
  const path = alter.encoded ? encoded : encoded.replaceAll('%40', '@');
  const headers: Record<string, string> = {};
  const token = tokenOf(target, as);
  if (alter.authorization !== undefined) {
    headers.Authorization = alter.authorization.replace('{{token}}', token ?? '');
  } else if (token !== undefined) {
    headers.Authorization = `Bearer ${token}`;
  }
  const contentType = alter.contentType === undefined ? 'application/json' : alter.contentType;
  if (hasBody(body, alter) && contentType !== null) headers['Content-Type'] = contentType;
  const url = target.url.replace(/\/$/, '') + path + (alter.suffix ?? '').replace('{{token}}', token ?? '');
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

/**
 * Whether a request may change something, by what really goes out: anything but GET, and GET with a body, with another
 * header or with a parameter such as `_method`, by which some services take it for another method.
 */
export function isChange(request: Request): boolean {
  const { method, url, headers } = request;
  // Node writes a method in capitals, and refuses one that is none.
  if (method.toUpperCase() !== 'GET') return true;
  if (Object.keys(headers).some((name) => !READING_HEADERS.includes(name.toLowerCase()))) return true;
  return (
    [...new URL(url).searchParams.keys()].some((name) => /method/i.test(name)) || request.body !== undefined
  );
}

/** A command line that repeats a request. The tokens still stand in it. */
export function toCurl({ method, url, headers, body }: Request): string {
  const parts = [`curl -X ${method} ${quote(url)}`];
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`-d ${quote(body.length > 2000 ? `${body.slice(0, 2000)}…` : body)}`);
  return parts.join(' ');
}

/** The token of a caller; undefined for nobody. */
function tokenOf({ tokens }: Target, as: Caller): string | undefined {
  if (as === 'stranger') return STRANGER;
  return as === 'nobody' ? undefined : tokens[as satisfies AccountName];
}

function hasBody(body: unknown, { text, bytes }: Alteration): boolean {
  return body !== undefined || text !== undefined || bytes !== undefined;
}

function bodyText(body: unknown, { text, bytes, padded = 0 }: Alteration): string | undefined {
  if (bytes !== undefined) return `"${'a'.repeat(bytes - 2)}"`;
  if (text !== undefined) return String(text);
  return body === undefined ? undefined : JSON.stringify(body).padEnd(padded);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
