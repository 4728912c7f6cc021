import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type Answer,
  type Calibration,
  CalibrationError,
  type Contradicted,
  loadDocument,
  markOf,
  type Observed,
  parseCalibration,
  readCalibration,
  type Settled,
  type Unsettled,
  whatItTakes,
  writeCalibration,
} from '../../../spec/index.ts';

const seen = (answer: Answer): Settled => ({
  answer,
  seen: 1,
  evidence: ['GET /groups → 409'],
});

const observed: Observed = { seen: 1, evidence: ['POST /groups → 500'] };
const contradicted: Contradicted = { answers: [{ status: 404, error_code: 'A' }, 'x'], evidence: [] };
const unsettled: Unsettled = { because: 'no such number was given', needs: '--stranger <number>' };

const WHOLE: Calibration = {
  calibration: 1,
  'made-with': '0.1.0',
  document: markOf(loadDocument()),
  day: '2026-11-29',
  settled: {
    'ruling device-not-ready': {
      answer: '409',
      seen: 3,
      evidence: ['GET /groups → 409 "DEVICE_NOT_READY": # no'],
    },
    'ruling subject-limit': seen(25),
    'refusal not-a-community': seen({ status: 409, error_code: 'CONFLICT' }),
    'status createGroup 415': seen(400),
    'code GONE': seen('NOT_FOUND'),
    'field Group.picture_id': seen('absent'),
    'field ChildGroup.group_jid': seen({ name: 'jid' }),
    'operation linkGroup': seen({ method: 'PUT', path: '/communities/{jid}/link' }),
    'row 404': seen(400),
    'behaviour own-deeds-are-told': seen('no'),
    'limit invite-code-length': seen(20),
  },
  unforeseen: { 'ruling c-us-jid': observed },
  contradicted: { 'refusal no-such-invite': contradicted },
  unsettled: { 'row 403': unsettled },
};

it('is read as it was written', () => {
  expect(parseCalibration(writeCalibration(WHOLE), 'a.yaml')).toEqual(WHOLE);
});

const HEAD = `calibration: 1\nmade-with: 0.1.0\ndocument: ${markOf(loadDocument())}\nday: 2026-11-29\n`;
const settling = (fact: string, answer: string) =>
  `${HEAD}settled:\n  ruling device-not-ready: { answer: 409, seen: 1, evidence: [] }\n  ${fact}: { answer: ${answer}, seen: 1, evidence: [] }\n`;

it.each([
  ['no YAML', '"', /^The calibration a\.yaml cannot be used:\na\.yaml:1 is not YAML: /],
  ['another version', 'calibration: 2', /a\.yaml:1 has calibration: 2, .* reads 1\. Make it anew/],
  ['nothing', '', /a\.yaml:1 has calibration: nothing/],
  ['no day', HEAD.replace(/day.*/, ''), /a\.yaml:1 needs "day", a text\./],
  [
    'an unknown fact',
    settling('ruling moon', 'x'),
    /a\.yaml:7 names no fact of this version: "ruling moon"\.$/,
  ],
  [
    'a fact of another document',
    settling('status moon 200', '200').replace(/sha256:\w+/, 'sha256:0'),
    /a\.yaml:7 names no fact .* It was made against "0\.1\.0 sha256:0", not 0\.1\.0 sha256:\w+\./,
  ],
  [
    'an unknown choice',
    settling('ruling c-us-jid', 'moon'),
    /a\.yaml:7 "ruling c-us-jid" takes refused or taken, not "moon"\./,
  ],
  [
    'a limit that is none',
    settling('ruling subject-limit', '0'),
    /takes a whole number from 1 to 100, not 0\./,
  ],
  [
    'a status that is none',
    settling('status createGroup 415', '99'),
    /takes a status from 200 to 599, not 99\./,
  ],
  [
    'a success as a refusal',
    settling('refusal no-such-group', '{ status: 200, error_code: A }'),
    /takes a status from 400 to 599 and its code/,
  ],
  [
    'a refusal with more',
    settling('refusal no-such-group', '{ status: 404, error_code: A, moon: 1 }'),
    /takes a status from 400/,
  ],
  ['a code that is none', settling('code GONE', '"a b"'), /takes a code such as CONFLICT, not "a b"\./],
  [
    'a field that is none',
    settling('field Group.topic', '{ name: "a b" }'),
    /takes present, absent or nullable, or/,
  ],
  [
    'a path that is none',
    settling('operation linkGroup', "{ method: POST, path: 'groups' }"),
    /takes a method and a path/,
  ],
  [
    'a path with two JIDs',
    settling('operation linkGroup', "{ method: POST, path: '/a/{jid}/{jid}' }"),
    /takes a method and a path/,
  ],
  ['a row that is none', settling('row 404', 'no'), /takes a whole number from 1 to 9999, not "no"\./],
  [
    'a behaviour that is none',
    settling('behaviour own-deeds-are-told', 'maybe'),
    /takes yes or no, not "maybe"\./,
  ],
  [
    'no count',
    `${HEAD}settled:\n  row 404: { answer: 1 }\n`,
    /a\.yaml:6 "row 404" has no usable seen, evidence\./,
  ],
  ['no reason', `${HEAD}unsettled:\n  row 404: {}\n`, /a\.yaml:6 "row 404" has no usable because\./],
  [
    'no answers',
    `${HEAD}contradicted:\n  row 404: { answers: [[]], evidence: [] }\n`,
    /has no usable answers\./,
  ],
  ['a list of facts', `${HEAD}unforeseen: [1]\n`, /names no fact of this version: "0"/],
])('tells the line of %s', (_, text, says) => {
  expect(() => parseCalibration(text, 'a.yaml')).toThrow(CalibrationError);
  expect(() => parseCalibration(text, 'a.yaml')).toThrow(says);
});

it('takes every choice of a ruling, as a text or a number', () => {
  expect(whatItTakes('ruling device-not-ready', 412)).toBeUndefined();
  expect(whatItTakes('ruling device-not-ready', '410')).toBe('503 or 409 or 400 or 412');
});

it('reads a file, and says which one is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calibration-'));
  const file = join(folder, 'wuts.calibration.yaml');
  expect(() => readCalibration(file)).toThrow(/wuts\.calibration\.yaml cannot be read: ENOENT/);
  writeFileSync(file, writeCalibration(WHOLE));
  expect(readCalibration(file)).toEqual(WHOLE);
});
