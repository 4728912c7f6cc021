import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './folders.ts';
import { LOADED } from './requests.ts';
import type { Samples } from './samples.ts';

interface Media {
  example?: unknown;
  examples?: unknown;
}

interface RawDocument {
  paths: Record<
    string,
    Record<string, { operationId?: string; responses?: Record<string, { content?: Record<string, Media> }> }>
  >;
}

/** The document as the peers get it: its examples of the loaded operations are the very answers of the mock, so that everybody sends the same bytes. As JSON. */
export function toPeerDocument(samples: Samples): string {
  const document: RawDocument = parse(readFileSync(join(ROOT, 'spec', 'openapi.yaml'), 'utf8'));
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  for (const id of LOADED) {
    const { status, body } = samples[id];
    const operation = operations.find(({ operationId }) => operationId === id);
    const media = operation?.responses?.[status]?.content?.['application/json'];
    if (media === undefined) throw new Error(`The document has no JSON answer ${status} for ${id}.`);
    delete media.examples;
    media.example = JSON.parse(body);
  }
  return JSON.stringify(document);
}
