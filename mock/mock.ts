import { type ApiDocument, DocumentError, loadDocument } from '../spec/index.ts';
import type { Exchange } from './engine/call.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { operations } from './operations/index.ts';
import { type Clock, SEEDED_NOW } from './world/index.ts';
import { type AccountOptions, createWorlds } from './worlds.ts';

/** How a mock is set up. */
export interface MockOptions {
  /** Makes every run the same, byte for byte: ids follow from the seed, and the clock stands still at 2026-06-15T12:00:00Z. */
  seed?: number | undefined;
  /** Choices where WUTS or WhatsApp is unknown, by name. */
  rulings?: Record<string, string | number> | undefined;
  /** More accounts beside the two of the default world. */
  accounts?: readonly AccountOptions[] | undefined;
  /** A file with another version of the document. */
  spec?: string | undefined;
  /** Called after each request. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Called when the mock itself is at fault; writes to stderr unless given. */
  onFault?: ((error: unknown) => void) | undefined;
}

/** A WUTS in memory, without a server: adapters hand it requests. */
export interface Mock {
  answer: Engine;
  /** The accounts of the default world. */
  accounts: readonly { token: string; phone: string }[];
}

/** Makes a mock. Throws a `DocumentError`, a `RulingError` or an `AccountError` when the options cannot be met. */
export function createMock(options: MockOptions = {}): Mock {
  const document = options.spec === undefined ? loadDocument() : loadOther(options.spec);
  const { seed } = options;
  const clock: Clock = seed === undefined ? { now: () => Date.now() } : { now: () => SEEDED_NOW };
  const worlds = createWorlds({
    clock,
    seed: seed ?? Math.floor(Math.random() * 2 ** 32),
    rulings: options.rulings,
    more: options.accounts,
  });
  const answer = createEngine({
    document,
    worlds,
    onExchange: options.onExchange,
    onFault: options.onFault ?? ((error) => console.error(error)),
  });
  return { answer, accounts: worlds.accounts.map(({ token, device }) => ({ token, phone: device.phone })) };
}

/** Another version of the document, as far as the handlers can serve it. */
function loadOther(file: string): ApiDocument {
  const document = loadDocument(file);
  const own = new Map(loadDocument().operations.map((operation) => [operation.id, operation]));
  for (const operation of document.operations) {
    const known = own.get(operation.id);
    if (known === undefined || !Object.hasOwn(operations, operation.id)) {
      throw new DocumentError(
        `The document ${file} has the operation "${operation.id}", which the mock does not know. It knows: ${Object.keys(operations).join(', ')}.`,
      );
    }
    for (const [name, place] of known.arguments) {
      const isAskedFor = place.in === 'path' || place.name !== name;
      if (isAskedFor && !operation.arguments.has(name)) {
        throw new DocumentError(
          `In the document ${file}, ${operation.id} has no parameter or property for "${name}": give the one that stands for it "x-argument: ${name}".`,
        );
      }
    }
  }
  if (document.raw.components?.schemas?.Error === undefined) {
    throw new DocumentError(
      `The document ${file} has nothing at "#/components/schemas/Error", the shape of a refusal.`,
    );
  }
  return document;
}
