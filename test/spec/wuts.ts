import { type ApiDocument, loadDocument } from '../../spec/document.ts';
import type { Operation } from '../../spec/operations/operation.ts';

/** The document of WUTS, read once for each test file. */
export const wuts: ApiDocument = loadDocument();

/** The operation of WUTS with this id; throws when there is none. */
export function operation(id: string): Operation {
  const found = wuts.operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The document has no operation "${id}".`);
  return found;
}
