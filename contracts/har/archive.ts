import { Ajv2020 } from 'ajv/dist/2020.js';
import { readTextFile, toIssues } from '../../spec/index.ts';
import { CannotRun } from '../target/target.ts';

/** One recorded call, as far as a contract is concerned. */
export interface Entry {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly method: string;
  readonly url: URL;
  /** With names in lower case. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** The text of the body; undefined when none was sent or recorded. */
  readonly body: string | undefined;
  /** undefined when no answer came; its text is undefined when the recording left it out. */
  readonly answer: { readonly status: number; readonly text: string | undefined } | undefined;
}

/** What of an entry is read, once it fits `ENTRY`. */
interface RawEntry {
  request: {
    method: string;
    url: string;
    headers: { name: string; value: string }[];
    postData?: RawText | null;
  };
  response?: { status?: number | null; content?: RawText | null } | null;
}

interface RawText {
  text?: string | null;
  encoding?: string;
}

const TEXT = { type: 'string' };
const HEADER = { type: 'object', required: ['name', 'value'], properties: { name: TEXT, value: TEXT } };
const CONTENT = { properties: { text: { type: ['string', 'null'] } } };
const REQUEST = {
  type: 'object',
  required: ['method', 'url', 'headers'],
  properties: { method: TEXT, url: TEXT, headers: { type: 'array', items: HEADER }, postData: CONTENT },
};
const RESPONSE = { properties: { status: { type: ['integer', 'null'] }, content: CONTENT } };
const ENTRY = { type: 'object', required: ['request'], properties: { request: REQUEST, response: RESPONSE } };

/** Reads a HAR file. Throws `CannotRun` when it is none. */
export function readArchive(file: string): Entry[] {
  let text: string;
  try {
    text = readTextFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(`The HAR file ${file} cannot be read: ${reason}.`);
  }
  return parseArchive(text, file);
}

/** Reads HAR text; `origin` names it in errors. Throws `CannotRun`. No error quotes the text: it may hold a token. */
export function parseArchive(text: string, origin: string): Entry[] {
  let archive: { log?: { entries?: unknown } } | null;
  try {
    // Some recorders begin with a byte order mark.
    archive = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CannotRun(`The HAR file ${origin} is not JSON. Export it again; perhaps it was cut off.`);
  }
  const entries = archive?.log?.entries;
  if (!Array.isArray(entries)) {
    throw new CannotRun(
      `The HAR file ${origin} has no list "log.entries". Give a HAR 1.2 file, as browsers, proxies and test runners export it.`,
    );
  }
  const fits = new Ajv2020({ strictTypes: false }).compile<RawEntry>(ENTRY);
  return entries.map((entry: unknown, index) => {
    const broken = (why: string) =>
      new CannotRun(`Entry ${index + 1} of the HAR file ${origin} is broken: ${why}.`);
    if (!fits(entry)) {
      const [issue] = toIssues(fits.errors ?? [], entry, 'entry');
      throw broken(`${issue?.field} ${issue?.message}`);
    }
    if (!URL.canParse(entry.request.url))
      throw broken('entry.request.url is no URL such as https://api.wuts.com.br/groups');
    return toEntry(entry, index + 1);
  });
}

function toEntry({ request, response }: RawEntry, number: number): Entry {
  const status = response?.status ?? 0;
  return {
    number,
    method: request.method.toUpperCase(),
    url: new URL(request.url),
    headers: request.headers.map(({ name, value }) => ({ name: name.toLowerCase(), value })),
    body: decode(request.postData) || undefined,
    // Recorders write the status 0 or -1, or none, for a call that was cut off.
    answer: status > 0 ? { status, text: decode(response?.content) } : undefined,
  };
}

function decode(raw: RawText | null | undefined): string | undefined {
  const text = raw?.text ?? undefined;
  return raw?.encoding === 'base64' ? text && Buffer.from(text, 'base64').toString() : text;
}
