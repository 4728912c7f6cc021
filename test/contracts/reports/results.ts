import type { CaseResult, Target } from '../../../contracts/index.ts';
import type { Case } from '../../../contracts/language/case.ts';
import { type RunFacts, summarise } from '../../../contracts/reports/summary.ts';
import type { Exchange, Finding } from '../../../contracts/runner/result.ts';
import { loadDocument } from '../../../spec/index.ts';

/** The target of the hand-made results, which nobody asks. */
export const TARGET: Target = {
  url: 'https://wuts.example',
  tokens: { first: 'aaaaaaaa-1111-4111-8111-111111111111', second: 'bbbbbbbb-2222-4222-8222-222222222222' },
};

const DOCUMENT = loadDocument();

/** A promise about reading a group, with what matters to a test. */
export function makeCase(given: Partial<Case> = {}): Case {
  return {
    id: 'groups/read',
    promise: 'A group is read with its name.',
    provenance: 'documented',
    source: 'docs: Get group',
    steps: [
      { call: 'createGroup', body: { name: '{{name}}', participants: [] }, capture: { group: 'group.jid' } },
      { call: 'getGroup', path: { jid: '{{group}}' }, expect: { status: 200 } },
    ],
    ...given,
  };
}

/** A call that went well. */
export function makeExchange(given: Partial<Exchange> = {}): Exchange {
  return {
    step: 1,
    operation: 'getGroup',
    as: 'first',
    curl: `curl -X GET 'https://wuts.example/groups/120363039000000000@g.us' -H 'Authorization: Bearer '"$TOKEN"''`,
    status: 200,
    answer: '{"success":true,"group":{"name":"Friends"}}',
    covers: true,
    ...given,
  };
}

/** A difference in the second step. */
export function makeFinding(given: Partial<Finding> = {}): Finding {
  return {
    step: 1,
    path: 'group.name',
    expected: 'Friends',
    actual: 'Enemies',
    provenance: 'documented',
    ...given,
  };
}

/** A result that is kept, unless told otherwise. */
export function makeResult(given: Partial<CaseResult> = {}): CaseResult {
  return {
    case: makeCase(),
    verdict: 'kept',
    findings: [],
    exchanges: [makeCreation(), makeExchange()],
    undocumented: [],
    leftovers: [],
    milliseconds: 12.4,
    ...given,
  };
}

/** One result of every verdict. */
export function makeResults(): CaseResult[] {
  const polled = makeCase({
    id: 'join-approval/pending',
    promise: 'A request to join is listed soon.',
    provenance: 'assumed',
    steps: [
      { call: 'createGroup' },
      { call: 'getGroup', expect: { status: 200 }, within: 1000 },
      { call: 'leaveGroup', expect: { status: 403 } },
    ],
  });
  return [
    makeResult({ undocumented: ['group.colour'], leftovers: ['The group 1@g.us is left behind: 500.'] }),
    makeResult({
      case: makeCase({ id: 'groups/rename', promise: 'A new name is read at once.' }),
      verdict: 'broken',
      findings: [
        makeFinding({ path: 'group.colour', expected: 'must be a string', actual: 7, provenance: 'assumed' }),
        makeFinding(),
      ],
      undocumented: ['group.colour', 'weather'],
    }),
    makeResult({
      case: makeCase({
        id: 'roles/member-renames',
        promise: 'A member renames a group that is not locked.',
        provenance: 'inferred',
        source: 'whatsmeow: group.go',
        steps: [{ call: 'createGroup' }, { call: 'updateGroup', as: 'second', expect: { status: 200 } }],
      }),
      verdict: 'differs',
      findings: [
        makeFinding({ path: '', expected: 'status 200', actual: 'status 403: {}', provenance: 'inferred' }),
      ],
      exchanges: [makeCreation(), makeExchange({ operation: 'updateGroup', as: 'second', status: 403 })],
    }),
    makeResult({
      case: polled,
      verdict: 'discovery',
      findings: [
        makeFinding({
          step: 2,
          path: '',
          expected: 'status 403',
          actual: 'status 418: tea',
          provenance: 'assumed',
        }),
      ],
      exchanges: [
        makeCreation(),
        makeExchange({ answer: 'not yet' }),
        makeExchange({ answer: 'now' }),
        makeExchange({
          step: 2,
          operation: 'leaveGroup',
          curl: 'curl -X DELETE tea',
          status: 418,
          answer: 'tea',
        }),
      ],
    }),
    makeResult({
      case: makeCase({
        id: 'linking/link',
        promise: 'A linked group names its community.',
        steps: [{ call: 'createCommunity' }, { call: 'listGroups', expect: { status: 200 } }],
      }),
      verdict: 'setup-failed',
      reason: 'createCommunity answers 500 {"success":false}',
      exchanges: [
        makeExchange({ step: 0, operation: 'createCommunity', status: 500, answer: '{"success":false}' }),
      ],
    }),
    makeSkipped(
      'roles/outsider-reads',
      'the target lacks a second account: give its token with --second-token',
    ),
    makeSkipped('invites/reset', 'the target lacks a second account: give its token with --second-token'),
  ];
}

/** The summary of results, over exactly their cases. */
export function summariseResults(results: readonly CaseResult[], facts: Partial<RunFacts> = {}) {
  return summarise(results, {
    target: TARGET,
    document: DOCUMENT,
    seed: 7,
    startedAt: new Date('2026-06-15T12:00:00Z'),
    milliseconds: 1234.5,
    cases: results.map((one) => one.case),
    ...facts,
  });
}

/** All results of a run. */
export async function collect(run: AsyncIterable<CaseResult>): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of run) results.push(result);
  return results;
}

function makeCreation(): Exchange {
  return makeExchange({
    step: 0,
    operation: 'createGroup',
    status: 201,
    curl: 'curl -X POST https://wuts.example/groups',
  });
}

function makeSkipped(id: string, reason: string): CaseResult {
  const steps: Case['steps'] = [{ call: 'resetGroupInviteLink', expect: { status: 403 } }];
  const one = makeCase({ id, promise: `An outsider is refused (${id}).`, provenance: 'inferred', steps });
  return makeResult({ case: one, verdict: 'skipped', reason, exchanges: [] });
}
