import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case, Step } from '../../contracts/language/case.ts';
import { generateInputs } from '../../contracts/language/inputs.ts';
import { isNeed } from '../../contracts/language/needs.ts';
import { compare, MATCHER_NAMES } from '../../contracts/language/patterns.ts';
import { suite } from '../../contracts/suite.ts';
import { loadDocument } from '../../spec/index.ts';

const FOLDER = new URL('../../contracts/cases/', import.meta.url);
const document = loadDocument();
const operations = new Map(document.operations.map((operation) => [operation.id, operation]));
const sources = Object.keys((document.raw as unknown as Record<string, object>)['x-sources'] ?? {});

/** The token that nobody has. */
const NOBODYS = '99999999-9999-4999-8999-999999999999';
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** What stands for a wish or a duty instead of a promise. */
const MODAL = /\b(should|must|may|might|shall|will|would|could|ought|can be|needs? to|has to|have to)\b/i;

/** What every case knows from the start. */
const KNOWN = new Set([
  ...Object.keys(generateInputs(1, 'theme/slug')),
  ...['first', 'second', 'third', 'number1', 'number2', 'number3'].map((one) => `${one}.jid`),
  ...['first', 'second', 'third'].flatMap((one) => [`${one}.phone`, `${one}.receiver`]),
  ...['number1', 'number2', 'number3'],
  ...[401, 402, 403, 404, 408, 417].map((code) => `magic.${code}`),
  'field child_group',
]);

const files = await Promise.all(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map(async (file) => {
      const exports: unknown[] = Object.values(await import(new URL(file, FOLDER).href));
      return { theme: dirname(file), lists: exports.filter(isCases) };
    }),
);

describe('the suite', () => {
  it('is plain data, the same after JSON', () => {
    expect(JSON.parse(JSON.stringify(suite))).toStrictEqual(suite);
  });

  it('has each id once, as theme/slug', () => {
    expect(twice(suite.map(({ id }) => id))).toEqual([]);
    expect(bad(({ id }) => !/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('has each promise once', () => {
    expect(twice(suite.map(({ promise }) => promise))).toEqual([]);
  });

  it('promises in the present tense, in 20 to 200 characters that end with a period', () => {
    expect(bad(({ promise }) => MODAL.test(promise))).toEqual([]);
    expect(bad(({ promise }) => !/^\S.*[^.]\.$/.test(promise))).toEqual([]);
    expect(bad(({ promise }) => promise.length < 20 || promise.length > 200)).toEqual([]);
    expect(bad(({ promise }) => /\{\{|undefined|\[object/.test(promise))).toEqual([]);
  });

  it('holds every case of every file, each in the folder of its theme', () => {
    const listed = files.flatMap(({ lists }) => lists.flat());
    expect(new Set(suite)).toEqual(new Set(listed));
    expect(suite).toHaveLength(listed.length);
    expect(
      files.flatMap(({ theme, lists }) =>
        lists
          .flat()
          .filter((one) => themeOf(one) !== theme)
          .map(({ id }) => `${id} in ${theme}/`),
      ),
    ).toEqual([]);
  });

  it('names the source of what is known, by a prefix of the document, and none of what is assumed', () => {
    const isKnown = ({ source = '' }: Case) => sources.some((prefix) => source.startsWith(`${prefix}: `));
    expect(bad((one) => one.provenance !== 'assumed' && !isKnown(one))).toEqual([]);
    expect(bad((one) => one.provenance === 'assumed' && 'source' in one)).toEqual([]);
    expect(
      bad(({ source = 'docs', provenance }) => provenance === 'documented' && !/^docs/.test(source)),
    ).toEqual([]);
  });

  it('calls operations of the document, with the parameters of their paths', () => {
    const isOff = ({ call, path = {} }: Step) =>
      Object.keys(path).join() !== [...(operations.get(call)?.parameters.keys() ?? ['no operation'])].join();
    expect(bad(({ steps }) => steps.some(isOff))).toEqual([]);
  });

  it('has no case without a step, and none that does not end with an expectation', () => {
    expect(bad(({ steps }) => steps.at(-1)?.expect === undefined)).toEqual([]);
  });

  it('expects only statuses of HTTP', () => {
    expect(
      bad(({ steps }) => steps.some((step) => statusesOf(step).some((one) => one < 200 || one > 599))),
    ).toEqual([]);
  });

  it('holds no token but the one that nobody has', () => {
    expect((JSON.stringify(suite).match(UUID) ?? []).filter((one) => one !== NOBODYS)).toEqual([]);
  });
});

describe('the placeholders of the suite', () => {
  it('are known, or captured by an earlier step', () => {
    const unknown = suite.flatMap(({ id, steps }) => {
      const known = new Set(KNOWN);
      return steps.flatMap((step) => {
        const { alter, as: _, call: __, ...filled } = step;
        // A delivery is met when the call and the deliveries before it are over.
        const own = new Set(step.receive === undefined ? [] : capturedBy(step));
        const missing = placeholders([filled, alter?.text ?? '']).filter(
          (name) => !known.has(name) && !own.has(name),
        );
        for (const name of capturedBy(step)) known.add(name);
        return missing.map((name) => `${id}: ${name}`);
      });
    });
    expect(unknown).toEqual([]);
  });

  it('stand only where they are filled in', () => {
    const isOff = ({ alter: { text: _, authorization, suffix, ...raw } = {} }: Step) =>
      placeholders(raw).length > 0 || placeholders([authorization, suffix]).some((name) => name !== 'token');
    expect(bad(({ steps }) => steps.some(isOff))).toEqual([]);
  });
});

describe('the patterns of the suite', () => {
  const patterns = suite.flatMap(({ id, steps }) =>
    steps.flatMap(({ expect, receive = [] }) =>
      [expect, ...receive].flatMap((one) => [one?.body, one?.headers]).map((pattern) => ({ id, pattern })),
    ),
  );

  it('use matchers that exist', () => {
    const names = patterns.flatMap(({ id, pattern }) => keysOf(pattern).map((key) => ({ id, key })));
    expect(names.filter(({ key }) => key.startsWith('$') && !MATCHER_NAMES.includes(key))).toEqual([]);
  });

  it('have expressions that compile', () => {
    const expressions = patterns.flatMap(({ pattern }) => valuesOf(pattern, '$matches'));
    for (const one of expressions)
      expect(() => new RegExp(String(one).replaceAll(/\{\{.+?\}\}/g, 'x'), 'u')).not.toThrow();
  });

  it('mean an empty list when they say one', () => {
    expect(compare([], [])).toEqual([]);
    expect(compare([], ['one'])).not.toEqual([]);
    expect(compare({ participants: [] }, { participants: ['one'] })).not.toEqual([]);
  });

  it('are nowhere in what is sent', () => {
    const keys = ({ body, path }: Step) => keysOf([body, path]);
    expect(bad(({ steps }) => steps.some((step) => keys(step).some((key) => key.startsWith('$'))))).toEqual(
      [],
    );
  });
});

describe('the needs of the suite', () => {
  it('are needs that there are, each once', () => {
    expect(bad(({ needs = [] }) => !needs.every(isNeed) || new Set(needs).size < needs.length)).toEqual([]);
  });

  it('have a device connected again where it is disconnected', () => {
    const last = ({ steps }: Case) => steps.findLast(({ call }) => /^(dis)?connectDevice$/.test(call))?.call;
    expect(
      bad((one) => one.needs?.includes('disconnecting') === true && last(one) !== 'connectDevice'),
    ).toEqual([]);
  });

  it('have a webhook set to a receiver where a delivery is received', () => {
    const isSet = ({ steps }: Case) => placeholders(steps).some((name) => name.endsWith('.receiver'));
    expect(bad((one) => (one.needs ?? []).includes('receiver') && !isSet(one))).toEqual([]);
  });
});

describe('the statuses of the document', () => {
  const promised = new Set(
    suite.flatMap(({ steps }) =>
      steps.flatMap((step) => statusesOf(step).map((status) => `${step.call} ${status}`)),
    ),
  );

  it('are all promised', () => {
    const open = document.operations.flatMap(({ id, replies }) =>
      [...replies]
        // A target has one status for a device that is not ready; 503 is the one that is promised.
        .filter(([status, ref]) => status === 503 || !ref.includes('/responses/DeviceNotReady'))
        .map(([status]) => `${id} ${status}`)
        .filter((answer) => !promised.has(answer)),
    );
    expect(open).toEqual([]);
  });
});

function bad(isBad: (one: Case) => boolean): string[] {
  return suite.filter(isBad).map(({ id, promise }) => `${id}: ${promise}`);
}

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

function themeOf({ id }: Case): string {
  return id.replace(/\/.*/, '');
}

function isCases(value: unknown): value is Case[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one?.id === 'string' && 'steps' in one)
  );
}

function placeholders(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/\{\{(.+?)\}\}/g)].map(([, name = '']) => name);
}

function capturedBy({ capture = {}, receive = [] }: Step): string[] {
  return [capture, ...receive.map((one) => one.capture ?? {})].flatMap(Object.keys);
}

/** The statuses that a step insists on; the one of several is not promised. */
function statusesOf({ call, expect: wanted }: Step): number[] {
  if (wanted === undefined)
    return [...(operations.get(call)?.replies.keys() ?? [])].filter((status) => status < 300);
  return typeof wanted.status === 'number' ? [wanted.status] : [];
}

function keysOf(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(keysOf);
  if (typeof pattern !== 'object' || pattern === null) return [];
  return Object.entries(pattern).flatMap(([key, value]) => [key, ...keysOf(value)]);
}

function valuesOf(pattern: unknown, name: string): unknown[] {
  if (Array.isArray(pattern)) return pattern.flatMap((one) => valuesOf(one, name));
  if (typeof pattern !== 'object' || pattern === null) return [];
  return Object.entries(pattern).flatMap(([key, value]) => (key === name ? [value] : valuesOf(value, name)));
}
