import type { ApiDocument, Operation } from '../../spec/index.ts';
import type { Alteration, Caller, Case, Step } from '../language/case.ts';
import { toConditions } from './conditions.ts';
import { createJsonPath, toExpression } from './jsonpath.ts';
import {
  createVocabulary,
  INPUTS,
  Inexpressible,
  mapTexts,
  STRANGER,
  type Vocabulary,
} from './vocabulary.ts';

/** A case as Arazzo has it. */
export interface Workflow {
  readonly workflowId: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: { readonly $ref: string };
  readonly steps: readonly object[];
  readonly 'x-provenance': string;
}

/** The name by which workflows call the document. */
const SOURCE = 'wuts';

const TOKENS: Record<Caller, string | undefined> = {
  first: '{$inputs.token}',
  second: '{$inputs.second_token}',
  third: '{$inputs.third_token}',
  stranger: STRANGER,
  nobody: undefined,
};

/** An Arazzo 1.0 description; `url` is where the OpenAPI document is, from the place of the description. */
export function toArazzo({ raw }: ApiDocument, workflows: readonly Workflow[], url: string): object {
  return {
    arazzo: '1.0.1',
    info: {
      title: `Flows of ${raw.info.title}`,
      summary: 'What the contract suite promises, as far as Arazzo can say it.',
      version: raw.info.version,
    },
    sourceDescriptions: [{ name: SOURCE, type: 'openapi', url }],
    workflows,
    components: { inputs: { target: toInputs() } },
  };
}

/** A case as a workflow. Throws `Inexpressible`. */
export function toWorkflow(document: ApiDocument, one: Case, seed: number): Workflow {
  const { id, promise, provenance, source, needs = [] } = one;
  const vocabulary = createVocabulary(document, one, seed);
  const operations = new Map<string, Operation>(document.operations.map((each) => [each.id, each]));
  return {
    workflowId: toWorkflowId(id),
    summary: promise,
    description: [
      source === undefined ? `${provenance}.` : `${provenance}, ${source}.`,
      ...(needs.length === 0 ? [] : [`Needs ${needs.join(', ')}.`]),
    ].join(' '),
    inputs: { $ref: '#/components/inputs/target' },
    steps: one.steps.map((step, index) => {
      const operation = operations.get(step.call);
      if (operation === undefined) throw new Inexpressible(`calls ${step.call}, which the document lacks`);
      const later = JSON.stringify(one.steps.slice(index + 1));
      return toStep(withNeeded(step, later), `${toWorkflowId(id)}-${index + 1}`, operation, vocabulary);
    }),
    'x-provenance': provenance,
  };
}

/** The id of a case in the letters that Arazzo allows. */
export function toWorkflowId(id: string): string {
  return id.replaceAll(/[^\w-]/g, '_');
}

/** A runner fails where an answer lacks what is captured, so that is only what is there and asked for later. */
function withNeeded(step: Step, later: string): Step {
  const { capture = {}, expect } = step;
  const isRefused = [expect?.status ?? 200].flat().every((status) => status >= 300);
  const needed = Object.entries(capture).filter(([name]) => !isRefused && later.includes(`{{${name}}}`));
  return { ...step, capture: Object.fromEntries(needed) } as Step;
}

/** Linters know steps by their ids alone, so no two workflows share one. */
function toStep(step: Step, stepId: string, operation: Operation, vocabulary: Vocabulary): object {
  const { call, path = {}, body, expect, capture = {}, alter, within } = step;
  mustBeSayable(alter, operation, body);
  if (within !== undefined) throw new Inexpressible('asks again until something is so');
  const payload = (template: unknown) => mapTexts(template, (text) => toPayload(text, vocabulary));
  const parameters = [
    ...toAuthorization(step),
    ...Object.entries(path).map(([name, value]) => ({ name, in: 'path', value: payload(value) })),
  ];
  const successCriteria = [
    { condition: toStatus(expect?.status) },
    ...toConditions(expect?.body ?? {}, createJsonPath(vocabulary)).map(toCriterion),
    ...Object.entries(expect?.headers ?? {}).map(([name, pattern]) => toHeaderCriterion(name, pattern)),
  ];
  const outputs = Object.entries(capture).map(([name, at]) => [name, toOutput(at)]);
  for (const [name, at] of Object.entries(capture)) vocabulary.capture(name, stepId, at, operation);
  return {
    stepId,
    operationId: call,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { contentType: 'application/json', payload: payload(body) } }),
    successCriteria: withoutRepeats(successCriteria),
    ...(outputs.length === 0 ? {} : { outputs: Object.fromEntries(outputs) }),
  };
}

/** The departures from a well-formed request that Arazzo has no words for. */
const UNSAYABLE: Partial<Record<keyof Alteration, string>> = {
  method: 'uses a method that the document does not have',
  suffix: 'goes to a path that the document does not have',
  encoded: 'writes the @ of its path as %40',
  contentType: 'sends its body as something else than JSON',
  text: 'sends a text that is no JSON of the document',
  bytes: 'sends a body of megabytes',
  padded: 'sends a body of megabytes',
};

function mustBeSayable(alter: Alteration = {}, operation: Operation, body: unknown): void {
  for (const [name, reason] of Object.entries(UNSAYABLE)) {
    if (Object.hasOwn(alter, name)) throw new Inexpressible(reason);
  }
  if (operation.body !== undefined && body === undefined) {
    throw new Inexpressible('leaves out a body, where respect sends the example of the document');
  }
  if (JSON.stringify(body) === '{}') throw new Inexpressible('sends an empty object, which respect does not');
}

function toAuthorization({ as = 'first', alter }: Step): object[] {
  const token = TOKENS[as];
  const value =
    alter?.authorization === undefined
      ? token && `Bearer ${token}`
      : alter.authorization.replace('{{token}}', token ?? '');
  return value === undefined ? [] : [{ name: 'Authorization', in: 'header', value }];
}

/** A text of a request: an expression alone keeps the type of its value, others stand in braces. */
function toPayload(text: string, { partsOf }: Vocabulary): string {
  const parts = partsOf(text);
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && typeof first !== 'string') return toExpression(first);
  return parts.map((part) => (typeof part === 'string' ? part : `{${toExpression(part)}}`)).join('');
}

/** A step without expectations must succeed. */
function toStatus(status: number | readonly number[] | undefined): string {
  if (status === undefined) return '$statusCode >= 200 && $statusCode < 300';
  return [status]
    .flat()
    .map((one) => `$statusCode == ${one}`)
    .join(' || ');
}

function toCriterion(condition: string): object {
  return { context: '$response.body', type: 'jsonpath', condition: `$[?${condition}]` };
}

function toHeaderCriterion(name: string, pattern: unknown): object {
  const expression =
    typeof pattern === 'object' && pattern !== null && '$matches' in pattern ? pattern.$matches : undefined;
  if (typeof expression !== 'string') throw new Inexpressible('compares headers by more than one expression');
  return { context: `$response.header.${name}`, type: 'regex', condition: expression };
}

/** A path such as `participants[0].lid` as a pointer. */
function toOutput(path: string): string {
  if (path.includes('=')) throw new Inexpressible('finds a value in a list by what stands beside it');
  return `$response.body#/${path.replaceAll(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`;
}

function withoutRepeats(criteria: readonly object[]): object[] {
  return [...new Map(criteria.map((one) => [JSON.stringify(one), one])).values()];
}

function toInputs(): object {
  const properties = Object.entries(INPUTS).map(([name, description]) => [
    name,
    { type: 'string', description, ...(name.endsWith('token') ? { format: 'password' } : {}) },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}
