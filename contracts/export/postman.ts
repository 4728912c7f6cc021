import type { ApiDocument, Operation } from '../../spec/index.ts';
import type { Caller, Case, Step } from '../language/case.ts';
import { themeOf } from '../reports/case-report.ts';
import { toConditions } from './conditions.ts';
import { createJavaScript, toPick } from './javascript.ts';
import {
  createVocabulary,
  INPUTS,
  Inexpressible,
  mapTexts,
  STRANGER,
  type Vocabulary,
} from './vocabulary.ts';

/** A case as a folder of requests. */
export interface Folder {
  readonly name: string;
  readonly description: string;
  readonly item: readonly object[];
}

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const TOKENS: Record<Caller, string | undefined> = {
  first: '{{token}}',
  second: '{{second_token}}',
  third: '{{third_token}}',
  stranger: STRANGER,
  nobody: undefined,
};

/** A Postman collection v2.1 with a folder for each theme; what it must be told of the target are its variables. */
export function toCollection({ raw }: ApiDocument, folders: readonly Folder[]): object {
  const themes = [...new Set(folders.map(({ name }) => themeOf(name)))];
  return {
    info: {
      name: `Flows of ${raw.info.title} ${raw.info.version}`,
      description:
        'What the contract suite promises. Fill in the variables, and run whole folders: later requests need earlier ones.',
      schema: SCHEMA,
    },
    item: themes.map((theme) => ({
      name: theme,
      item: folders.filter(({ name }) => themeOf(name) === theme),
    })),
    variable: [
      { key: 'base_url', value: 'http://127.0.0.1:4010', type: 'string' },
      ...Object.entries(INPUTS).map(([key, description]) => ({
        key,
        value: '',
        type: 'string',
        description,
      })),
    ],
  };
}

/** A case as a folder. Throws `Inexpressible`. */
export function toFolder(document: ApiDocument, one: Case, seed: number): Folder {
  const { id, promise, provenance, source, needs = [], steps } = one;
  const vocabulary = createVocabulary(document, one, seed);
  const operations = new Map<string, Operation>(document.operations.map((each) => [each.id, each]));
  return {
    name: id,
    description: [
      promise,
      source === undefined ? `${provenance}.` : `${provenance}, ${source}.`,
      ...(needs.length === 0 ? [] : [`Needs ${needs.join(', ')}.`]),
    ].join('\n\n'),
    item: steps.map((step) => {
      const operation = operations.get(step.call);
      if (operation === undefined) throw new Inexpressible(`calls ${step.call}, which the document lacks`);
      const request = toRequest(step, operation, vocabulary);
      const exec = toScript(step, operation, vocabulary);
      return {
        name: step.call,
        request,
        event: [{ listen: 'test', script: { type: 'text/javascript', exec } }],
      };
    }),
  };
}

function toRequest(step: Step, { path: template, method }: Operation, vocabulary: Vocabulary): object {
  const { body, alter = {} } = step;
  const path: Readonly<Record<string, string>> = step.path ?? {};
  if (alter.bytes !== undefined || alter.padded !== undefined)
    throw new Inexpressible('sends a body of megabytes');
  if (alter.encoded) throw new Inexpressible('writes the @ of its path as %40');
  if (alter.contentType === null) throw new Inexpressible('sends a body without a Content-Type');
  const text =
    alter.text ??
    (body === undefined ? undefined : JSON.stringify(mapTexts(body, (raw) => toText(raw, vocabulary))));
  const segments = template
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/\{(.+?)\}/g, (_, name: string) => toSegment(path[name], vocabulary)));
  const url = `{{base_url}}/${segments.join('/')}${alter.suffix ?? ''}`;
  const header = [
    ...toAuthorization(step),
    ...(text === undefined ? [] : [{ key: 'Content-Type', value: alter.contentType ?? 'application/json' }]),
  ];
  return {
    method: alter.method ?? method,
    header,
    url,
    ...(text === undefined ? {} : { body: { mode: 'raw', raw: toText(String(text), vocabulary) } }),
  };
}

function toAuthorization({ as = 'first', alter }: Step): object[] {
  const token = TOKENS[as];
  const value = alter?.authorization?.replace('{{token}}', token ?? '') ?? (token && `Bearer ${token}`);
  return value === undefined ? [] : [{ key: 'Authorization', value }];
}

function toSegment(value: unknown, vocabulary: Vocabulary): string {
  return encodeURIComponent(toText(String(value), vocabulary))
    .replaceAll('%40', '@')
    .replaceAll(/%7B%7B(\w[\w-]*)%7D%7D/g, '{{$1}}');
}

function toText(text: string, { partsOf }: Vocabulary): string {
  return partsOf(text)
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'capture' && !part.isText)
        throw new Inexpressible('sends an earlier list or object again');
      return `{{${part.name}}}`;
    })
    .join('');
}

/** A step without expectations must succeed. */
function toScript({ expect, capture = {} }: Step, operation: Operation, vocabulary: Vocabulary): string[] {
  const dialect = createJavaScript(vocabulary);
  const status =
    expect === undefined
      ? 'pm.response.code >= 200 && pm.response.code < 300'
      : `[${[expect.status].flat().join(', ')}].includes(pm.response.code)`;
  const headers = Object.entries(expect?.headers ?? {}).flatMap(([name, pattern]) =>
    toConditions(pattern, dialect, `pm.response.headers.get(${JSON.stringify(name)})`),
  );
  const conditions = [status, ...toConditions(expect?.body ?? {}, dialect), ...headers];
  const captures = Object.entries(capture).map(([name, path]) => {
    const pick = toPick(path, dialect);
    const { isText } = vocabulary.capture(name, '', path, operation);
    // An answer that lacks it leaves what an earlier one had.
    return `if (${pick} !== undefined) pm.collectionVariables.set(${JSON.stringify(name)}, ${isText ? pick : `JSON.stringify(${pick})`});`;
  });
  return [
    'const body = _.attempt(() => pm.response.json());',
    ...[...new Set(conditions)].map(
      (condition) =>
        `pm.test(${JSON.stringify(condition)}, () => pm.expect(${condition}, pm.response.text()).to.equal(true));`,
    ),
    ...captures,
  ];
}
