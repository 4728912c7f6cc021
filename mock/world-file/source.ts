import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Document } from 'yaml';
import { encodingOf, type Issue } from '../../spec/index.ts';
import { toSentence, type WorldFile, type WorldFileError } from './world-file.ts';

/** A world file as it was read, which can tell the line of whatever is wrong in it. */
export interface WorldSource {
  /** Its shape is not looked at yet. */
  readonly world: WorldFile;
  /** What is wrong, each with its file, line and column. */
  explain(error: WorldFileError): string;
}

/** A file that is no world file at all; the message says what to do. */
export class WorldSourceError extends Error {
  override name = 'WorldSourceError';
}

/** A world file is no larger than this, in bytes. */
const LARGEST = 4 * 1024 * 1024;

/** Reads a world file in YAML or JSON, in UTF-8 or UTF-16. Throws a `WorldSourceError`. */
export function readWorldFile(path: string): WorldSource {
  // Loaded only here: most mocks start without a world file.
  const yaml: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  const refuse = (why: string) => new WorldSourceError(`The world file ${path} cannot be used: ${why}`);
  const text = decode(readBytes(path, refuse), refuse);
  const lines = new yaml.LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  try {
    const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [wrong] = document.errors;
    if (wrong !== undefined)
      throw new WorldSourceError(`${place(wrong.pos[0])} is not YAML or JSON: ${wrong.message}`);
    keepPhones(yaml, document);
    return {
      // The seam: whoever makes the world has its shape checked first.
      world: document.toJS({ maxAliasCount: 1000 }) as WorldFile,
      explain: ({ issues, rule }) =>
        issues
          .map((issue) => `${place(offsetOf(yaml, document, issue))} ${toSentence(issue, rule)}`)
          .join('\n'),
    };
  } catch (error) {
    if (error instanceof WorldSourceError) throw error;
    if (error instanceof RangeError) throw refuse('it is nested too deeply.');
    throw refuse(`${error instanceof Error ? error.message : error}.`);
  }
}

function readBytes(path: string, refuse: (why: string) => Error): Buffer {
  try {
    const { size } = statSync(path);
    if (size > LARGEST) throw refuse(`it has ${size} bytes, and ${LARGEST} is the most.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof WorldSourceError) throw error;
    throw refuse(`${error instanceof Error ? error.message : error}.`);
  }
}

function decode(bytes: Buffer, refuse: (why: string) => Error): string {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw refuse(`it is not ${encoding.toUpperCase()} text. Save it as UTF-8.`);
}

/** The fields that name people. */
const NAMING =
  /^(phone|aliases|contacts|blocked|creator|admins|members|removed|left|join_requests|person|added_by)$/;

/** A phone number without quotes is a number for YAML, and so is what has too few digits for one. */
function keepPhones(yaml: typeof import('yaml'), document: Document): void {
  yaml.visit(document, {
    Scalar(_, scalar, path) {
      if (typeof scalar.value !== 'number') return;
      const field = path.findLast((node) => yaml.isPair(node))?.key;
      if (NAMING.test(String(field)) || /^\d{10,15}$/.test(scalar.source ?? '')) scalar.value = scalar.source;
    },
  });
}

/** Where a field stands, or what it would stand in; for a name that should not be there, where that is. */
function offsetOf(yaml: typeof import('yaml'), document: Document, { field, message }: Issue): number {
  const steps = field.split(/[.[\]]+/).filter((step) => step !== '' && step !== 'body');
  for (let length = steps.length; length >= 0; length -= 1) {
    const node = document.getIn(steps.slice(0, length), true);
    if (!yaml.isNode(node)) continue;
    const [, stray] = /^(?:has no property|cannot have) "(.+?)"/.exec(message) ?? [];
    const pair = yaml.isMap(node) ? node.items.find(({ key }) => String(key) === stray) : undefined;
    const found = yaml.isNode(pair?.key) ? pair.key : node;
    if (found.range) return found.range[0];
  }
  return 0;
}
