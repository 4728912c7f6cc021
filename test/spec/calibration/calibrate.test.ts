import { type JsonValue, query } from 'jsonpath-rfc9535';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Overlay } from '../../../spec/calibration/overlay.ts';
import { RULINGS, type Ruling, TABLE_FACTS } from '../../../spec/facts/index.ts';
import {
  type Answer,
  type Calibration,
  CalibrationError,
  calibrate,
  createValidator,
  documentFacts,
  loadDocument,
  markOf,
  writeCalibration,
} from '../../../spec/index.ts';
import { lintFacts } from '../../../spec/provenance.ts';

const document = loadDocument();

function calibrationOf(answers: Readonly<Record<string, Answer>>): Calibration {
  const settled = Object.entries(answers).map(([fact, answer]) => [fact, { answer, seen: 2, evidence: [] }]);
  return {
    calibration: 1,
    'made-with': '0.1.0',
    document: markOf(document),
    day: '2026-11-29',
    settled: Object.fromEntries(settled),
    unforeseen: {},
    contradicted: {},
    unsettled: {},
  };
}

const calibrated = (answers: Readonly<Record<string, Answer>>) => calibrate(document, calibrationOf(answers));
const documentOf = (answers: Readonly<Record<string, Answer>>) => calibrated(answers).document;
const operationOf = (answers: Readonly<Record<string, Answer>>, id: string) => {
  const one = documentOf(answers);
  const operation = one.operations.find((each) => each.id === id);
  if (operation === undefined) throw new Error(`no ${id}`);
  return { ...operation, statuses: [...operation.replies.keys()], one };
};

/** Which codes an operation has at a status. */
function codesOf(answers: Readonly<Record<string, Answer>>, id: string, status: number): string[] {
  const { one, ...operation } = operationOf(answers, id);
  const validator = createValidator(one);
  const body = { success: false, error: 'x', timestamp: '2026-06-15T12:00:00Z' };
  const codes = [
    'VALIDATION_ERROR',
    'DEVICE_NOT_READY',
    'CONFLICT',
    'UNPROCESSABLE',
    'GONE',
    'NOT_FOUND',
    'MOON',
  ];
  return codes.filter(
    (error_code) => validator.reply(operation, status, { ...body, error_code }).length === 0,
  );
}

describe('a document', () => {
  it('stays as it is when nothing is settled', () => {
    expect(documentOf({}).raw).toEqual(document.raw);
    expect(parse(writeCalibration(calibrationOf({}))).overlay.actions).toEqual([]);
  });

  it('says of what was confirmed that it was measured, when and how often', () => {
    const facts = documentFacts(
      documentOf({ 'status createGroup 415': 415, 'field Group.picture_id': 'present', 'code GONE': 'GONE' }),
    );
    const known = { provenance: 'measured', source: 'gateway: 2026-11-29, seen 2 times' };
    expect(facts.get('status createGroup 415')).toEqual(known);
    expect(facts.get('status updateGroup 415')).toEqual({ provenance: 'assumed' });
    expect(facts.get('field Group.picture_id')).toEqual(known);
    expect(facts.get('code GONE')).toEqual(known);
  });

  it('has another status where a refusal has one', () => {
    const answers = { 'refusal not-a-community': { status: 409, error_code: 'MOON' } };
    expect(codesOf(answers, 'linkGroup', 409)).toEqual(['DEVICE_NOT_READY', 'CONFLICT', 'MOON']);
    expect(codesOf(answers, 'addCommunityParticipants', 409)).toEqual(['DEVICE_NOT_READY', 'MOON']);
    expect(codesOf(answers, 'addCommunityParticipants', 422)).toEqual(['UNPROCESSABLE']);
    expect(operationOf(answers, 'removeCommunityParticipants').statuses).not.toContain(422);
    expect(operationOf(answers, 'updateGroup').statuses).toContain(422);
  });

  it('has another status where an operation has one, with its code or the one that stays', () => {
    const answers = { 'status createGroup 422': 400 };
    expect(operationOf(answers, 'createGroup').statuses).not.toContain(422);
    expect(operationOf(answers, 'updateGroup').statuses).toContain(422);
    const both = { ...answers, 'code UNPROCESSABLE': 'MOON' };
    expect(codesOf(both, 'createGroup', 400)).toEqual(['VALIDATION_ERROR', 'DEVICE_NOT_READY', 'MOON']);
  });

  it('has the status of the device alone, where that is settled', () => {
    const { statuses } = operationOf({ 'ruling device-not-ready': '409' }, 'getGroup');
    expect(statuses).toEqual([200, 400, 401, 403, 404, 409, 429, 500]);
    expect(codesOf({ 'ruling device-not-ready': '409' }, 'getGroup', 400)).toEqual(['VALIDATION_ERROR']);
    expect(operationOf({ 'ruling device-not-ready': '409' }, 'listGroups').statuses).toEqual([
      200, 401, 409, 429, 500,
    ]);
  });

  it('has another status of a success', () => {
    const { statuses } = operationOf({ 'status createCommunity 201': 200 }, 'createCommunity');
    expect(statuses).toContain(200);
    expect(statuses).not.toContain(201);
  });

  it('has another code everywhere', () => {
    const text = JSON.stringify(documentOf({ 'code GONE': 'MOON' }).raw);
    expect(text).not.toContain('"GONE"');
    expect(codesOf({ 'code GONE': 'MOON' }, 'joinGroup', 410)).toEqual(['MOON']);
  });

  it('has the fields that were seen', () => {
    const group = (answer: Answer) =>
      Object(documentOf({ 'field Group.picture_id': answer }).resolve('#/components/schemas/Group'))
        .properties;
    expect(group('absent')).not.toHaveProperty('picture_id');
    expect(group({ name: 'photo' })).toHaveProperty('photo.x-assumed-name', 'picture_id');
    expect(Object.keys(group({ name: 'photo' })).at(-1)).toBe('photo');
    const lid = documentOf({ 'field Participant.lid': 'nullable' }).resolve(
      '#/components/schemas/Participant',
    );
    expect(Object(lid).properties.lid.anyOf).toHaveLength(2);
  });

  it('lacks a way to say something of which a field was never taken', () => {
    const ways = documentOf({ 'field JoinByInviteCode.invite_code': 'absent' }).resolve(
      '#/components/schemas/JoinGroup',
    );
    expect(Object(ways).oneOf).toHaveLength(2);
  });

  it('has an operation where it was found', () => {
    const answers = { 'operation linkGroup': { method: 'PUT', path: '/communities/{jid}/link' } };
    expect(operationOf(answers, 'linkGroup')).toMatchObject({
      method: 'PUT',
      path: '/communities/{jid}/link',
    });
    expect(operationOf(answers, 'unlinkGroup').path).toBe('/communities/{jid}/groups');
    const swapped = {
      'operation linkGroup': { method: 'DELETE', path: '/communities/{jid}/groups' },
      'operation unlinkGroup': { method: 'POST', path: '/communities/{jid}/groups' },
    };
    expect(operationOf(swapped, 'linkGroup').method).toBe('DELETE');
  });

  it.each([
    [
      'a place that is taken',
      { 'operation linkGroup': { method: 'POST', path: '/groups/join' } },
      /needs \{jid\}/,
    ],
    [
      'a path without its JID',
      { 'operation linkGroup': { method: 'PATCH', path: '/groups/{jid}' } },
      /another operation is there/,
    ],
    ['a body by GET', { 'operation linkGroup': { method: 'GET', path: '/groups/{jid}/x' } }, /it has a body/],
    ['a name that is taken', { 'field Group.picture_id': { name: 'topic' } }, /has a field of that name/],
    [
      'a request that lacks what it is about',
      { 'field ChildGroup.group_jid': 'absent' },
      /linkGroup cannot do without it/,
    ],
  ])('is not made with %s', (_, answers, says) => {
    expect(() => documentOf(answers)).toThrow(CalibrationError);
    expect(() => documentOf(answers)).toThrow(says);
  });
});

/** The fields without which a request says nothing, such as `ChildGroup.group_jid`. */
const NEEDED = new Set(
  Object.keys(Object(document.raw.components?.schemas)).flatMap((schema) => {
    const whole = document.resolve(`#/components/schemas/${schema}`) as { required?: readonly string[] };
    const isBody = document.operations.some(({ body }) => body && document.resolve(body) === whole);
    return isBody ? (whole.required ?? []).map((field) => `${schema}.${field}`) : [];
  }),
);

/** What a fact of each kind could be settled as; `index` makes names that nobody else has. */
const CHOICES: Readonly<Record<string, (name: string, index: number) => readonly Answer[]>> = {
  ruling: (name) => {
    const { choices }: Ruling = RULINGS[name as keyof typeof RULINGS];
    return 'byDefault' in choices ? [choices.from] : choices;
  },
  refusal: () => [
    { status: 400, error_code: 'BAD' },
    { status: 409, error_code: 'CONFLICT' },
  ],
  status: (name) => [Number(name.split(' ')[1]), 418],
  code: (name) => [name, 'BAD', 'NOT_FOUND'],
  field: (name, index) => [
    'present',
    NEEDED.has(name) ? 'present' : 'absent',
    'nullable',
    { name: `other_${index}` },
  ],
  operation: (name) => {
    const { method = '', path = '' } = document.operations.find(({ id }) => id === name) ?? {};
    return [
      { method: 'PATCH', path: `${path}/${name}` },
      { method, path },
    ];
  },
  limit: () => [20],
  row: (name) => [Number(name), 400],
};

const FACTS = [...TABLE_FACTS.keys(), ...documentFacts(document).keys()];

/** Every fact settled, each as its choice of this number. */
function allSettled(choice: number): Record<string, Answer> {
  return Object.fromEntries(
    FACTS.map((fact, index) => {
      const [, kind = '', name = ''] = /^(\w+) (.*)$/.exec(fact) ?? [];
      const choices = CHOICES[kind]?.(name, index) ?? ['yes', 'no'];
      return [fact, choices[choice % choices.length] ?? ''];
    }),
  );
}

it.each([0, 1, 2, 3])(
  'is a document that can be used, whatever is settled (choice %i of each fact)',
  (choice) => {
    const one = documentOf(allSettled(choice));
    expect(lintFacts(one)).toEqual([]);
    expect(one.operations).toHaveLength(document.operations.length);
    createValidator(one).compileAll();
  },
);

/** Carries an overlay out as its specification says, by JSONPath. */
function applyOverlay(raw: unknown, { actions }: Overlay): unknown {
  const root = structuredClone(raw) as JsonValue;
  for (const action of actions) {
    if ('update' in action) for (const one of query(root, action.target)) merge(one, action.update);
    else removeAt(root, action.target);
  }
  return root;
}

function removeAt(root: JsonValue, target: string): void {
  const [, parent = '', name = ''] = /^(.*)\['([^']*)'\]$/.exec(target) ?? [];
  for (const one of query(root, parent)) delete Object(one)[name];
}

function merge(into: unknown, update: unknown): void {
  for (const [name, one] of Object.entries(Object(update))) {
    const old = Object(into)[name];
    if (Array.isArray(old) && Array.isArray(one)) old.push(...one);
    else if (typeof old === 'object' && old !== null && typeof one === 'object') merge(old, one);
    else Object(into)[name] = one;
  }
}

it.each([0, 1, 3])(
  'is what the overlay in the file makes of the old one (choice %i of each fact)',
  (choice) => {
    const calibration = calibrationOf(allSettled(choice));
    const { overlay } = parse(writeCalibration(calibration));
    expect(overlay.actions.length).toBeGreaterThan(100);
    expect(applyOverlay(document.raw, overlay)).toEqual(calibrate(document, calibration).document.raw);
  },
);

it('has the rulings that are settled, limits by both of their names', () => {
  const { rulings } = calibrated({
    'ruling c-us-jid': 'taken',
    'limit name-length': 25,
    'limit group-members': 3,
    'ruling group-members-limit': 4,
  });
  expect(rulings).toEqual({ 'c-us-jid': 'taken', 'subject-limit': 25, 'group-members-limit': 4 });
});

it('tells errors as they are settled: of the rule, or of the status at the operation, or as they were', () => {
  const { toError } = calibrated({
    'refusal not-an-admin': { status: 401, error_code: 'NOT_ADMIN' },
    'status createGroup 415': 400,
    'status createGroup 413': 400,
    'code PAYLOAD_TOO_LARGE': 'TOO_LARGE',
    'status listGroups 409': 400,
  });
  expect(toError({ operation: 'getGroup', status: 403, rule: 'not-an-admin' })).toEqual({
    status: 401,
    error_code: 'NOT_ADMIN',
  });
  expect(toError({ operation: 'createGroup', status: 415 })).toEqual({
    status: 400,
    error_code: 'VALIDATION_ERROR',
  });
  expect(toError({ operation: 'updateGroup', status: 415 })).toEqual({
    status: 415,
    error_code: 'UNSUPPORTED_MEDIA_TYPE',
  });
  expect(toError({ operation: 'createGroup', status: 413 })).toEqual({
    status: 400,
    error_code: 'TOO_LARGE',
  });
  const device = { operation: 'listGroups', status: 409, code: 'DEVICE_NOT_READY', rule: 'device-not-ready' };
  expect(toError(device)).toEqual({ status: 409, error_code: 'DEVICE_NOT_READY' });
});
