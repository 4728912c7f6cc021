import { readFileSync } from 'node:fs';
import { CannotRun } from '../target.ts';

/** One recorded call, as far as a contract is concerned. */
export interface Entry {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly Header[];
  /** The text of the body; undefined when none was sent or recorded. */
  readonly body: string | undefined;
  /** undefined when no answer came. */
  readonly answer: RecordedAnswer | undefined;
}

/** A header, with its name in lower case. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What came back; `text` is undefined when the recording left it out. */
export interface RecordedAnswer {
  readonly status: number;
  readonly text: string | undefined;
}

/** Reads a HAR file. Throws `CannotRun` when it is none. */
export function readArchive(file: string): Entry[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotRun(`The HAR file ${file} cannot be read: ${reason(error)}.`);
  }
  return parseArchive(text, file);
}

/** Reads HAR text; `origin` names it in errors. Throws `CannotRun`. */
export function parseArchive(text: string, origin: string): Entry[] {
  let archive: unknown;
  try {
    // Some recorders begin with a byte order mark.
    archive = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // What the parser says would quote the file, and with it perhaps a token.
    throw new CannotRun(`The HAR file ${origin} is not JSON. Export it again; perhaps it was cut off.`);
  }
  const log = propertyOf(archive, 'log');
  const entries = propertyOf(log, 'entries');
  if (!Array.isArray(entries)) {
    throw new CannotRun(
      `The HAR file ${origin} has no list "log.entries": it is ${kindOf(entries)}. Give a HAR 1.2 file, as browsers, proxies and test runners export it.`,
    );
  }
  return entries.map((entry, index) => {
    try {
      return readEntry(entry, index + 1);
    } catch (error) {
      throw new CannotRun(`Entry ${index + 1} of the HAR file ${origin} is broken: ${reason(error)}.`);
    }
  });
}

function readEntry(entry: unknown, number: number): Entry {
  const request = propertyOf(entry, 'request');
  const url = textOf(request, 'request', 'url');
  // The URL itself may hold a token.
  if (!URL.canParse(url)) throw new Error('request.url is no URL such as https://api.wuts.com.br/groups');
  return {
    number,
    method: textOf(request, 'request', 'method').toUpperCase(),
    url: new URL(url),
    headers: readHeaders(propertyOf(request, 'headers')),
    body: readPosted(propertyOf(request, 'postData')),
    answer: readAnswer(propertyOf(entry, 'response')),
  };
}

function readHeaders(headers: unknown): Header[] {
  if (!Array.isArray(headers)) throw new Error(`request.headers must be a list, and is ${kindOf(headers)}`);
  return headers.map((header, index) => ({
    name: textOf(header, `request.headers[${index}]`, 'name').toLowerCase(),
    value: textOf(header, `request.headers[${index}]`, 'value'),
  }));
}

function readPosted(posted: unknown): string | undefined {
  const text = propertyOf(posted, 'text');
  if (text === undefined || text === null || text === '') return undefined;
  if (typeof text !== 'string') throw new Error(`request.postData.text must be text, and is ${kindOf(text)}`);
  return propertyOf(posted, 'encoding') === 'base64' ? Buffer.from(text, 'base64').toString() : text;
}

/** Recorders write the status 0, or nothing, for a call that was cut off. */
function readAnswer(response: unknown): RecordedAnswer | undefined {
  const status = propertyOf(response, 'status');
  if (status === undefined || status === null || status === 0 || status === -1) return undefined;
  if (typeof status !== 'number' || !Number.isInteger(status)) {
    throw new Error(`response.status must be a whole number, and is ${kindOf(status)}`);
  }
  const content = propertyOf(response, 'content');
  const text = propertyOf(content, 'text');
  if (text === undefined || text === null) return { status, text: undefined };
  if (typeof text !== 'string') throw new Error(`response.content.text must be text, and is ${kindOf(text)}`);
  const isBase64 = propertyOf(content, 'encoding') === 'base64';
  return { status, text: isBase64 ? Buffer.from(text, 'base64').toString() : text };
}

function textOf(value: unknown, where: string, name: string): string {
  const text = propertyOf(value, name);
  if (typeof text === 'string') return text;
  throw new Error(`${where}.${name} must be text, and is ${kindOf(text)}`);
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
