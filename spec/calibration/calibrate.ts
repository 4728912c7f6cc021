import { type ApiDocument, toDocument } from '../document.ts';
import { measured, RULINGS, type Ruling } from '../facts/index.ts';
import { placesOf } from '../provenance.ts';
import { type Calibration, CalibrationError } from './calibration.ts';
import { createErrors, type SettledFacts, type ToError } from './errors.ts';
import { editField } from './fields.ts';
import { isAsHeld } from './held.ts';
import { editReplies } from './replies.ts';
import { type Tree, tree, walk } from './tree.ts';

/** What a mock needs to do as a live gateway was seen to do. */
export interface Calibrated {
  /** The document as the gateway keeps it; what was seen is `measured`. */
  readonly document: ApiDocument;
  readonly rulings: Readonly<Record<string, string | number>>;
  readonly toError: ToError;
  /** Whether an account is told of what it does itself. */
  readonly tellsOwnDeeds: boolean;
  /** The facts that were seen to be otherwise, and that no mock follows. */
  readonly notFollowed: readonly string[];
}

/** Applies what is settled to a document. Throws a `CalibrationError` where that does not go together. */
export function calibrate(known: ApiDocument, calibration: Calibration): Calibrated {
  const { settled } = calibration;
  return {
    document: calibrateDocument(known, calibration),
    rulings: toRulings(settled),
    toError: createErrors(settled),
    tellsOwnDeeds: settled[OWN_DEEDS]?.answer !== 'no',
    notFollowed: Object.keys(settled).filter((fact) => !isFollowed(fact, settled)),
  };
}

const OWN_DEEDS = 'behaviour own-deeds-are-told';

/** The limits that the document or a ruling has. */
const LIMITED = new Set([
  'limit topic-length',
  ...Object.values<Ruling>(RULINGS).map(({ limit }) => `limit ${limit}`),
]);

/** Rules are code and schemas are shapes: neither is otherwise because a file says so. */
function isFollowed(fact: string, settled: SettledFacts): boolean {
  const { answer = '' } = settled[fact] ?? {};
  const isFree = !/^(behaviour|role|schema|spelling|limit) /.test(fact) || LIMITED.has(fact);
  return isFree || fact === OWN_DEEDS || isAsHeld(fact, answer);
}

function calibrateDocument(known: ApiDocument, { settled, day }: Calibration): ApiDocument {
  const draft = toDocument(structuredClone(known.raw), 'to calibrate');
  const places = placesOf(draft);
  for (const [fact, { seen }] of Object.entries(settled)) mark(places.get(fact)?.written, day, seen);
  renameCodes(draft, settled);
  const { provenance, source } = measured(day, 1);
  editReplies(draft, settled, { 'x-provenance': provenance, 'x-source': source?.replace(/, .*/, '') });
  editValues(draft, settled);
  for (const [fact, { answer }] of Object.entries(settled)) {
    const { written, owner } = places.get(fact) ?? {};
    if (fact.startsWith('field ') && written !== undefined && owner !== undefined)
      editField(draft, fact.slice('field '.length), { written, owner }, answer);
  }
  moveOperations(draft, settled);
  // Anew, because the properties of a schema are kept from when they were read first.
  return toDocument(structuredClone(draft.raw), 'that was calibrated');
}

function mark(written: Tree | undefined, day: string, seen: number): void {
  const { provenance, source } = measured(day, seen);
  if (written !== undefined) Object.assign(written, { 'x-provenance': provenance, 'x-source': source });
}

/** A code has one name everywhere, in examples too. */
function renameCodes({ raw }: ApiDocument, settled: SettledFacts): void {
  const rename = (code: unknown) => settled[`code ${code}`]?.answer ?? code;
  const all = (codes: unknown) => [...new Set((codes as unknown[]).map(rename))];
  walk(raw, (object) => {
    const { error_code: code } = object;
    if (typeof code === 'string') object.error_code = rename(code);
    else if (tree(code).enum !== undefined) tree(code).enum = all(tree(code).enum);
    if (object['x-codes'] === undefined) return;
    object.enum = all(object.enum);
    const entries = Object.entries(tree(object['x-codes']));
    object['x-codes'] = Object.fromEntries(entries.map(([name, one]) => [rename(name), one]));
  });
}

/** All are taken away before the first is put to its place, which may be that of another. */
function moveOperations({ raw, operations }: ApiDocument, settled: SettledFacts): void {
  const paths = tree(raw.paths);
  const moved = operations.flatMap(({ id, path, method }) => {
    const to = settled[`operation ${id}`]?.answer as { method: string; path: string } | undefined;
    if (to === undefined || (to.method === method && to.path === path)) return [];
    const item = tree(paths[path]);
    const operation = tree(item[method.toLowerCase()]);
    delete item[method.toLowerCase()];
    return [{ id, operation, to, from: path, parameters: item.parameters }];
  });
  for (const { id, operation, to, from, parameters } of moved) {
    const refuse = (why: string) =>
      new CalibrationError(`"operation ${id}" cannot be ${to.method} ${to.path}: ${why}.`);
    if (from.includes('{jid}') !== to.path.includes('{jid}'))
      throw refuse(`its path ${from.includes('{jid}') ? 'needs' : 'has no'} {jid}`);
    if (to.method === 'GET' && operation.requestBody !== undefined) throw refuse('it has a body');
    const item = tree(paths[to.path] ?? (parameters === undefined ? {} : { parameters }));
    if (item[to.method.toLowerCase()] !== undefined) throw refuse('another operation is there');
    paths[to.path] = { ...item, [to.method.toLowerCase()]: operation };
  }
  for (const { from } of moved) {
    const isEmpty = Object.keys(tree(paths[from])).every((key) => key === 'parameters');
    if (isEmpty) delete paths[from];
  }
}

/** The numbers that rows fail with, and the limit that only the document knows. */
function editValues({ raw }: ApiDocument, settled: SettledFacts): void {
  const schemas = tree(tree(raw.components).schemas);
  const rows = Object.entries(settled).flatMap(([fact, { answer }]) =>
    fact.startsWith('row ') && fact !== `row ${answer}` ? [[fact.slice('row '.length), answer]] : [],
  );
  const error = tree(tree(tree(schemas.Participant).properties).error);
  if (rows.length > 0) error['x-row-codes'] = Object.fromEntries(rows);
  const topic = settled['limit topic-length'];
  if (topic !== undefined) tree(schemas.Topic).maxLength = topic.answer;
}

/** Rulings are settled by their own names, and those that are limits by the names of these as well. */
function toRulings(settled: SettledFacts): Record<string, string | number> {
  const rulings: Record<string, string | number> = {};
  for (const [name, { limit }] of Object.entries<Ruling>(RULINGS)) {
    const found = settled[`ruling ${name}`] ?? settled[`limit ${limit}`];
    if (found !== undefined) rulings[name] = found.answer as string | number;
  }
  return rulings;
}
