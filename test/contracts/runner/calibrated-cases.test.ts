import { describe, expect, it } from 'vitest';
import { calibrateSuite } from '../../../contracts/runner/calibrated-cases.ts';
import { withCalibration } from '../../../contracts/runner/choose-cases.ts';
import { refusalOf } from '../../../contracts/runner/plan.ts';
import { runContracts } from '../../../contracts/runner/run-contracts.ts';
import { suite } from '../../../contracts/suite.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../../contracts/target/mock-target.ts';
import { CannotRun } from '../../../contracts/target/target.ts';
import { startMock } from '../../../mock/index.ts';
import { type Answer, loadDocument } from '../../../spec/index.ts';
import { calibrationOf } from '../../calibration-of.ts';

/** A case of the suite as these facts are settled. */
function caseOf(id: string, answers: Readonly<Record<string, Answer>>) {
  const { cases } = calibrateSuite(suite, calibrationOf(answers), loadDocument());
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

const LAST: Readonly<
  Record<string, readonly [id: string, answers: Record<string, Answer>, expect: unknown]>
> = {
  'the status of a device that is not ready': [
    'device/list-groups-not-ready-status',
    { 'ruling device-not-ready': '409' },
    { status: 409, body: { error_code: 'DEVICE_NOT_READY' } },
  ],
  'the status and the code of a refusal': [
    'roles/hold-groups-group-admin',
    { 'refusal not-a-community': { status: 409, error_code: 'NO_COMMUNITY' } },
    { status: 409, body: { error_code: 'NO_COMMUNITY' } },
  ],
  'the status of what is wrong with a request': [
    'errors/create-group-text',
    { 'status createGroup 415': 400 },
    { status: 400, body: { error_code: 'VALIDATION_ERROR' } },
  ],
  'another code of a status': [
    'errors/code-of-405',
    { 'code METHOD_NOT_ALLOWED': 'WRONG_METHOD' },
    { status: 405, body: { error_code: 'WRONG_METHOD' } },
  ],
  'the status of a success': ['communities/create', { 'status createCommunity 201': 200 }, { status: 200 }],
};

describe('the suite with a calibration', () => {
  it('stays as it is when nothing is settled', () => {
    expect(calibrateSuite(suite, calibrationOf({}), loadDocument()).cases).toEqual(suite);
  });

  it.each(Object.entries(LAST))('expects %s as it was measured', (_, [id, answers, expected]) => {
    const { steps } = caseOf(id, answers);
    const { body, ...rest } = Object(expected);
    const wanted = { ...rest, ...(body && { body: expect.objectContaining(body) }) };
    expect(steps.map((step) => step.expect)).toContainEqual(expect.objectContaining(wanted));
  });

  it('signs as deliveries were seen to be signed', () => {
    const answers = { 'ruling webhook-signature-form': 'hex' };
    expect(caseOf('webhooks/third-retry', answers)).toMatchObject({
      signing: { 'webhook-signature-form': 'hex' },
    });
    expect(caseOf('communities/create', answers)).not.toHaveProperty('signing');
  });

  it('says of a promise that it was measured, on which day and how often', () => {
    expect(caseOf('device/list-groups-not-ready-status', { 'ruling device-not-ready': '503' })).toMatchObject(
      {
        provenance: 'measured',
        source: 'gateway: 2026-11-29, seen 2 times',
      },
    );
  });

  it('expects fields by their names, rows by their numbers, and nothing of what is not there', () => {
    const { steps } = caseOf('communities/create-answer', {
      'field Community.picture_id': 'absent',
      'field Community.members_count': { name: 'size' },
      'field Community.topic': 'nullable',
    });
    const { community } = Object(steps.at(-2)?.expect).body;
    expect(community).toMatchObject({ size: 1, topic: null });
    for (const name of ['picture_id', 'members_count']) expect(community).not.toHaveProperty(name);
    expect(JSON.stringify(caseOf('rulings/unregistered-number-row-404', { 'row 404': 400 }).steps)).toContain(
      '"error":400',
    );
  });

  it('says nothing by the lack of an entry that is told by a field that is not there', () => {
    const ids = suite.filter(({ steps }) => JSON.stringify(steps).includes('"$lacks"')).map(({ id }) => id);
    const { cases } = calibrateSuite(
      suite,
      calibrationOf({ 'field Group.parent_jid': 'absent', 'field Group.name': 'absent' }),
      loadDocument(),
    );
    const texts = cases.filter(({ id }) => ids.includes(id)).map(({ steps }) => JSON.stringify(steps));
    expect(texts.filter((text) => text.includes('"$lacks":{}'))).toEqual([]);
  });

  it('leaves out what is measured otherwise, and runs for what was measured what took a control plane', () => {
    const answers = { 'ruling empty-group': 'stays' };
    const choice = caseOf('invites/join-ended-group', answers);
    expect(choice.moot).toBe('ruling empty-group is stays');
    const target = { url: 'http://127.0.0.1', tokens: { first: 'a' } };
    expect(refusalOf(target, { refusal: () => undefined, mustKnowNumbers() {} }, choice)).toBe(
      'the calibration has it otherwise: ruling empty-group is stays',
    );
    const other = caseOf('rulings/not-participant-404', { 'ruling not-participant': '404' });
    expect(other.needs).not.toContain('rulings');
    expect(other.moot).toBeUndefined();
  });

  it('finds a mock that does so to keep it, and one that does not to break what was measured', async () => {
    const calibration = calibrationOf({
      'refusal not-a-community': { status: 409, error_code: 'NO_COMMUNITY' },
      'operation linkGroup': { method: 'PUT', path: '/communities/{jid}/link' },
    });
    const only = ['roles/hold-groups-group-admin', 'linking/add'];
    const verdicts: string[][] = [];
    for (const mine of [calibration, undefined]) {
      await using mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS, calibration: mine });
      const found: string[] = [];
      const target = { ...toMockTarget(mock.url), disposable: false };
      for await (const { verdict } of runContracts(target, { only, calibration, seed: 1 }))
        found.push(verdict);
      verdicts.push(found);
    }
    expect(verdicts[0]).toEqual(only.map(() => 'kept'));
    expect(verdicts[1]).not.toContain('kept');
  });

  it('is not held by a file that cannot be used', () => {
    expect(() => withCalibration({ calibration: '/nowhere/wuts.calibration.yaml' })).toThrow(CannotRun);
    expect(() => withCalibration({ calibration: '/nowhere/wuts.calibration.yaml' })).toThrow(
      /calibration \/nowhere\/wuts\.calibration\.yaml cannot be read/,
    );
  });
});
