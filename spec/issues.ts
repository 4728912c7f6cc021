import type { ErrorObject } from 'ajv';
import { charactersIn, startOf } from './text.ts';

/** One place where a value does not fit the document, as the error envelope lists it. */
export interface Issue {
  /** For example `options.parent_jid` or `participants[2]`; `body` for the whole of it. */
  field: string;
  message: string;
  /** What was received, shortened when long; null when missing. */
  value: unknown;
}

/** An issue of an answer, and how the schema that it does not fit is known. */
export interface ReplyIssue extends Issue {
  /** The `x-provenance` of that schema, or of its bound. */
  provenance: unknown;
}

/** What an `anyOf` or `oneOf` of the document chooses between. */
interface Branch {
  required?: readonly string[];
  properties?: object;
  const?: unknown;
  type?: string;
  $ref?: string;
}

/** A list of issues is no longer than this; more would help nobody. */
const MOST_ISSUES = 100;

/** An array longer than any that the document allows is explained by its start. */
const LONGEST_EXPLAINED = 2000;

/** So is a text: on megabytes a regular expression runs out of stack. */
const LONGEST_TEXT_EXPLAINED = 10_000;

const MESSAGES: Record<string, (error: ErrorObject) => string> = {
  required: () => 'is required',
  type: ({ params }) => `must be ${withArticle([params.type].flat().join(' or '))}`,
  enum: ({
    params: {
      allowedValues: [first, ...rest],
    },
  }) =>
    rest.length === 0
      ? `must be ${JSON.stringify(first)}`
      : `must be one of ${[...new Set([first, ...rest].map(String))].join(', ')}`,
  const: ({ params, parentSchema }) =>
    `must be ${parentSchema?.['x-expects'] ?? JSON.stringify(params.allowedValue)}`,
  minLength: ({ params }) => `must have at least ${count(params.limit, 'character')}`,
  maxLength: ({ params }) => `must have at most ${count(params.limit, 'character')}`,
  minItems: ({ params }) => `must have at least ${count(params.limit, 'entry', 'entries')}`,
  maxItems: ({ params }) => `must have at most ${count(params.limit, 'entry', 'entries')}`,
  maxProperties: ({ params }) => `must have at most ${count(params.limit, 'property', 'properties')}`,
  additionalProperties: ({ params, parentSchema }) => {
    const names = Object.keys(parentSchema?.properties ?? {});
    return `has no property "${toShown(params.additionalProperty)}"${orRather(params.additionalProperty, names)}; there is ${names.join(', ')}`;
  },
  minimum: ({ params }) => `must be at least ${params.limit}`,
  maximum: ({ params }) => `must be at most ${params.limit}`,
  format: ({ params }) => `must be ${withArticle(params.format)}`,
  pattern: ({ params, parentSchema }) => said(parentSchema) ?? `must match ${params.pattern}`,
  anyOf: ({ schema, parentSchema }) => said(parentSchema) ?? toAlternatives(schema as Branch[]),
  oneOf: ({ schema }) => toAlternatives(schema as Branch[]),
  // What may not be in this company says why; else it is that not all of these may be missing.
  not: ({ schema, parentSchema }) =>
    parentSchema?.['x-says'] ??
    toAlternatives(Object.keys((schema as Branch).properties ?? {}).map((name) => ({ required: [name] }))),
};

/** What a schema itself says about a value that does not fit it: all of it, or what the value must be. */
function said(schema: Readonly<Record<string, string>> = {}): string | undefined {
  const { 'x-says': says, 'x-expects': expects } = schema;
  return expects === undefined ? says : `must be ${expects}`;
}

/** What was probably meant by a name that is none of these, as the middle of a sentence; empty when nothing is near. */
export function orRather(name: string, names: readonly string[]): string {
  const near = names.find(
    (one) => one.length > 2 && distance(name.slice(0, 64), one) <= (one.length > 5 ? 2 : 1),
  );
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}

/** How many letters have to be changed, added or taken away, or changed over with the next one. */
function distance(one: string, other: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row?.[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swap = isSwap ? (before?.[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row?.[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row?.at(-1) ?? 0;
}

/** How long or how many something is at most is documented nowhere. */
const UPPER_BOUNDS = new Set(['maxLength', 'maxItems', 'maxProperties', 'maximum']);

/** What ajv found, in the words of the error envelope. `root` names the value itself, '' for a body. */
export function toIssues(errors: readonly ErrorObject[], value: unknown, root: string): ReplyIssue[] {
  const choices = errors
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .map((error) => ({
      error,
      meant: meantBranch(error, errors),
    }));
  const issues = new Map<string, ReplyIssue>();
  for (const error of errors) {
    // The branches of a choice fail one by one; the choice itself says it all, or the one that was meant.
    if (choices.some((choice) => isBeside(error, choice))) continue;
    // That a condition is not met adds nothing to what it asks for, nor that a name is none to what is wrong with it.
    if (error.keyword === 'if' || error.keyword === 'propertyNames') continue;
    const path = steps(error);
    const field = toField(path, root);
    const found = MESSAGES[error.keyword]?.(error) ?? error.message ?? error.keyword;
    const { propertyName } = error;
    const message =
      propertyName === undefined ? found : `cannot have "${toShown(propertyName)}" in it, which ${found}`;
    const whole = choices.find((choice) => branchOf(error, choice.error) !== undefined)?.error ?? error;
    const provenance = UPPER_BOUNDS.has(error.keyword) ? 'assumed' : whole.parentSchema?.['x-provenance'];
    issues.set(`${field} ${message}`, { field, message, value: toShown(valueAt(value, path)), provenance });
    if (issues.size === MOST_ISSUES) break;
  }
  return [...issues.values()];
}

/** Whether an object in it has so many properties that one would be told of each for seconds: none can be left out, because another may be required. */
export function isVast(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > 3) return false;
  const parts: unknown[] = Array.isArray(value) ? value.slice(0, LONGEST_EXPLAINED) : Object.values(value);
  return parts.length > LONGEST_EXPLAINED || parts.some((one) => isVast(one, depth + 1));
}

/** The value with overlong arrays and texts cut, so that explaining what is wrong with it stays cheap. */
export function withinReason(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST_TEXT_EXPLAINED);
  // No body of the document is deeper than this.
  if (typeof value !== 'object' || value === null || depth > 3) return value;
  if (Array.isArray(value))
    return value.slice(0, LONGEST_EXPLAINED).map((one) => withinReason(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withinReason(one, depth + 1)]));
}

/** A received value as an error shows it: whole when small, described when large. */
export function toShown(value: unknown, depth = 0): unknown {
  if (value === undefined) return null;
  if (typeof value === 'string') {
    if (value.length <= 100) return value.toWellFormed();
    // Characters are counted as the limits of a schema count them, not as UTF-16 units.
    return `${startOf(value, 100)}… (${count(charactersIn(value), 'character')})`;
  }
  if (Array.isArray(value)) {
    if (depth > 1 || value.length > 10) return `(${count(value.length, 'entry', 'entries')})`;
    return value.map((one) => toShown(one, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (depth > 1 || entries.length > 10) return `(${count(entries.length, 'property', 'properties')})`;
  return Object.fromEntries(entries.map(([name, one]) => [name.toWellFormed(), toShown(one, depth + 1)]));
}

/** A choice that a value does not fit, and the branch of it that was meant, where that is clear. */
interface FailedChoice {
  readonly error: ErrorObject;
  readonly meant: number | undefined;
}

/** The only branch that takes values of this type; undefined where the choice has words of its own for all of them. */
function meantBranch(choice: ErrorObject, errors: readonly ErrorObject[]): number | undefined {
  if (said(choice.parentSchema) !== undefined) return undefined;
  const isOfOtherType = ({ keyword, instancePath }: ErrorObject) =>
    (keyword === 'type' || keyword === 'const') && instancePath === choice.instancePath;
  const others = new Set(errors.filter(isOfOtherType).map((error) => branchOf(error, choice)));
  const left = (choice.schema as Branch[]).flatMap((_, index) => (others.has(index) ? [] : index));
  return left.length === 1 ? left[0] : undefined;
}

/** Whether an error adds nothing to what is said of a choice. */
function isBeside(error: ErrorObject, { error: choice, meant }: FailedChoice): boolean {
  if (error === choice) return meant !== undefined;
  const branch = branchOf(error, choice);
  return branch !== undefined && branch !== meant;
}

/** In which branch of a choice an error is; undefined where it is in none. */
function branchOf(error: ErrorObject, choice: ErrorObject): number | undefined {
  const place = `${choice.schemaPath}/`;
  if (error.schemaPath.startsWith(place)) return Number.parseInt(error.schemaPath.slice(place.length), 10);
  if (!error.instancePath.startsWith(choice.instancePath)) return undefined;
  const index = (choice.schema as Branch[]).findIndex(
    ({ $ref }) => $ref !== undefined && error.schemaPath.startsWith(`${$ref}/`),
  );
  return index === -1 ? undefined : index;
}

function steps({ instancePath, params, keyword }: ErrorObject): string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keyword === 'required' ? [...path, params.missingProperty] : path;
}

function toField(path: string[], root: string): string {
  let field = root;
  for (const step of path) {
    if (/^\d+$/.test(step)) field += `[${step}]`;
    else field += field === '' ? step : `.${step}`;
  }
  return field === '' ? 'body' : field;
}

function valueAt(value: unknown, path: string[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** What a value must be or have, where any of these will do. */
export function toAlternatives(branches: readonly Branch[]): string {
  if (branches.every((branch) => 'const' in branch)) {
    return `must be one of ${branches.map((branch) => branch.const).join(', ')}`;
  }
  if (branches.every((branch) => branch.required !== undefined)) {
    return `must have ${branches.map(({ required = [] }) => toTogether(required)).join(', or ')}`;
  }
  return `must be ${branches.map(({ $ref, type }) => $ref?.split('/').at(-1) ?? type).join(' or ')}`;
}

function toTogether([first, ...rest]: readonly string[]): string {
  return rest.length === 0 ? String(first) : `${first} with ${rest.join(' and ')}`;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function withArticle(noun: string): string {
  return /^[aeio]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
