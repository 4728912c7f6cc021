import type { ApiDocument } from '../document.ts';
import { REFUSAL_STATUSES, REFUSALS, REFUSED_BY, type RuleName } from '../facts/index.ts';
import type { Operation } from '../operations/operation.ts';
import { propertiesOf, type SchemaNode } from '../properties.ts';
import { type Answered, createErrors, type Refused, type SettledFacts } from './errors.ts';
import { type Tree, tree } from './tree.ts';

const DEVICE = { rule: 'device-not-ready', code: 'DEVICE_NOT_READY' };

/** Writes into a document, in which codes are named as they are settled, with which statuses and codes each operation refuses. `known` is what the new answers say of how they are known. */
export function editReplies(document: ApiDocument, settled: SettledFacts, known: Tree): void {
  for (const operation of document.operations) {
    const { replies } = operation;
    const written = tree(tree(tree(document.raw.paths)[operation.path])[operation.method.toLowerCase()]);
    const responses = tree(written.responses);
    const before = new Map(
      [...replies.keys()].filter(isError).map((one) => [one, codesAt(document, operation, one)]),
    );
    const after = answersOf(operation, before, settled);
    for (const [status, codes] of after) {
      if (isSame(before.get(status), codes)) continue;
      const { description = 'As a live gateway answers.' } = tree(responses[status]);
      responses[status] = toResponse(description, [...codes], known);
      for (const code of codes) noteCode(document, code, known);
    }
    for (const status of before.keys()) if (!after.has(status)) delete responses[status];
    for (const status of [...replies.keys()].filter((one) => !isError(one))) {
      const seen = settled[`status ${operation.id} ${status}`]?.answer ?? status;
      if (seen === status) continue;
      responses[String(seen)] = responses[status];
      delete responses[status];
    }
  }
}

/** The codes that an operation answers with at each status. */
function answersOf(
  operation: Operation,
  before: ReadonlyMap<number, ReadonlySet<string>>,
  settled: SettledFacts,
): Map<number, Set<string>> {
  const toError = createErrors(settled);
  const after = new Map<number, Set<string>>();
  for (const refused of refusalsOf(operation, before, settled)) {
    const { status, error_code } = toError({ ...refused, operation: operation.id });
    if (isError(status)) after.set(status, (after.get(status) ?? new Set()).add(error_code));
  }
  return after;
}

/** Everything by which an operation can refuse. */
function refusalsOf(
  { id }: Operation,
  before: ReadonlyMap<number, ReadonlySet<string>>,
  settled: SettledFacts,
): Refused[] {
  const rules = Object(REFUSED_BY)[id] as readonly RuleName[] | undefined;
  const byRule = (rules ?? []).map((rule) => ({ rule, status: statusOf(rule, settled) }));
  const statuses = [...before].flatMap(([status, codes]) => {
    const usual = createErrors(settled)({ status }).error_code;
    return codes.has(usual) && !byRule.some((one) => one.status === status) ? [{ status }] : [];
  });
  const device = createErrors(settled)({ ...DEVICE, status: 503 }).error_code;
  const listed = [...before].filter(([, codes]) => codes.has(device)).map(([status]) => status);
  const ruled = settled[`ruling ${DEVICE.rule}`]?.answer;
  const chosen = ruled === undefined || listed.length === 0 ? listed : [Number(ruled)];
  return [...byRule, ...statuses, ...chosen.map((status) => ({ ...DEVICE, status }))];
}

/** How an operation answers where the document has this status: by each rule that refuses so, or else by the operation alone; with the name of the fact that decides it. */
export function answersAt(
  settled: SettledFacts,
  operation: string,
  status: number,
): readonly (Answered & { readonly fact: string })[] {
  const toError = createErrors(settled);
  const all: readonly RuleName[] = Object(REFUSED_BY)[operation] ?? [];
  const rules = all.filter((rule) => REFUSAL_STATUSES[REFUSALS[rule].code] === status);
  if (rules.length === 0)
    return [{ fact: `status ${operation} ${status}`, ...toError({ operation, status }) }];
  return rules.map((rule) => ({
    fact: `refusal ${rule}`,
    ...toError({ operation, status: statusOf(rule, settled), rule }),
  }));
}

function statusOf(rule: RuleName, settled: SettledFacts): number {
  const ruled = rule === 'not-a-participant' ? settled['ruling not-participant']?.answer : undefined;
  return Number(ruled ?? REFUSAL_STATUSES[REFUSALS[rule].code]);
}

function codesAt(document: ApiDocument, { replies }: Operation, status: number): Set<string> {
  const { enum: codes = [] } = tree(
    propertiesOf(document, { $ref: replies.get(status) } as SchemaNode).get('error_code'),
  );
  return new Set(codes as string[]);
}

/** The envelope of every error lists all codes. */
function noteCode({ raw }: ApiDocument, code: string, known: Tree): void {
  const all = tree(tree(tree(raw.components).schemas).ErrorCode);
  const codes = all.enum as unknown[];
  if (codes.includes(code)) return;
  all.enum = [...codes, code];
  tree(all['x-codes'])[code] = { description: 'Seen at a live gateway.', ...known };
}

function toResponse(description: unknown, codes: readonly string[], known: Tree): Tree {
  const says = codes.length === 1 ? 'The one code of this error.' : 'One of the codes of this error.';
  const error_code = { type: 'string', enum: codes, description: says, ...known };
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Error' }, { type: 'object', properties: { error_code } }],
  };
  return { description, ...known, content: { 'application/json': { schema } } };
}

function isError(status: number): boolean {
  return status >= 400;
}

function isSame(one: ReadonlySet<string> | undefined, other: ReadonlySet<string>): boolean {
  return one?.size === other.size && [...other].every((each) => one.has(each));
}
