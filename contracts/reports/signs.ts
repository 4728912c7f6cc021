import { TABLE_FACTS } from '../../spec/facts/index.ts';
import { type ApiDocument, refOfReply } from '../../spec/index.ts';
import { nameAt } from '../runner/body-check.ts';
import { judge, type Verdict } from '../runner/result.ts';
import { parseJson } from '../target/json.ts';
import type { CallReport, CaseReport, FindingReport } from './case-report.ts';
import { showFinding } from './show.ts';

/** What a case shows of a cause. Those with one key are of the same cause. */
export interface Sign {
  readonly key: string;
  /** The fact, operation or property, such as `refusal not-a-participant`, `createGroup` or `Group.members_count`. */
  readonly about: string;
  readonly expected: string;
  readonly seen: string;
  readonly verdict: Verdict;
  /** What comes of it, where that is grave. */
  readonly consequence?: string | undefined;
}

const FACTS: ReadonlyMap<string, unknown> = TABLE_FACTS;

/** Whether a name is that of a fact of the tables. */
export function isFact(name: string): boolean {
  return FACTS.has(name);
}

/** What a case shows of causes, each once; nothing where it is kept or skipped. */
export function signsOf(one: CaseReport, document: ApiDocument): readonly Sign[] {
  if (one.verdict === 'setup-failed') return [signOfStage(one)];
  const callOf = ({ step }: FindingReport) => one.calls.find((call) => call.step === step);
  const signs = one.findings
    .filter((finding) => !one.findings.some((other) => explains(other, finding)))
    .map((finding) => ({
      ...signOf(finding, callOf(finding), one, document),
      consequence: finding.consequence,
    }));
  return [...new Map(signs.map((sign) => [sign.key, sign])).values()];
}

/** Whether a finding says more precisely what another is about: it is about a part of it, or it is of the document. */
function explains(one: FindingReport, other: FindingReport): boolean {
  if (one === other || one.step !== other.step) return false;
  if (one.path === '') return other.path === 'status';
  if (one.path === other.path) return isOfDocument(one) && !isOfDocument(other);
  return (
    other.path !== '' && /^[.[]/.test(one.path.slice(other.path.length)) && one.path.startsWith(other.path)
  );
}

function isOfDocument({ expected }: FindingReport): boolean {
  return /^(must |is required$)/.test(String(expected));
}

/** The path of the list that differs at several of its places: it has other entries, or another order. */
function listOf({ path, step }: FindingReport, findings: readonly FindingReport[]): string | undefined {
  const [, list, place] = PLACE.exec(path) ?? [];
  const isOther = (other: FindingReport) => {
    const [, its, index] = PLACE.exec(other.path) ?? [];
    return other.step === step && its === list && index !== place && !isOfDocument(other);
  };
  return list !== undefined && findings.some(isOther) ? list : undefined;
}

const PLACE = /^(.*?)\[(\d+)\]/;

function signOfStage({ reason = '', calls }: CaseReport): Sign {
  const call = calls.at(-1);
  if (call !== undefined && reason.startsWith(call.operation))
    return call.status === null ? signOfSilence(call, 'setup-failed') : signOfRefusal(call, 'setup-failed');
  const about = 'the stage of a case';
  return {
    key: `stage ${alike(reason)}`,
    about,
    expected: 'to be set',
    seen: reason,
    verdict: 'setup-failed',
  };
}

/** A call without an answer. Where nobody listens the call does not matter. */
function signOfSilence({ operation, answer: seen }: CallReport, verdict: Verdict): Sign {
  const about = seen.includes('ECONNREFUSED') ? 'the target' : operation;
  return { key: `${about} ${alike(seen)}`, about, expected: 'an answer', seen, verdict };
}

function signOf(
  finding: FindingReport,
  call: CallReport | undefined,
  one: CaseReport,
  document: ApiDocument,
): Sign {
  const verdict = judge([finding]);
  const { expected, actual: seen } = showFinding(finding);
  if (call?.status === null) return signOfSilence(call, verdict);
  const status = /^status (\d+)/.exec(String(finding.actual))?.[1];
  if (call === undefined || finding.path !== '' || status === undefined) {
    const list = listOf(finding, one.findings);
    if (list !== undefined) {
      const about = placeOf({ ...finding, path: list }, call, document);
      const entry = `entries in their order; at ${finding.path.slice(list.length)} ${expected}`;
      return { key: `${about} entries`, about, expected: entry, seen, verdict };
    }
    const about = placeOf(finding, call, document);
    // Several schemas have a property of one name.
    return { key: `${about.split('.').at(-1)} ${kindOf(finding)}`, about, expected, seen, verdict };
  }
  if (status.startsWith('5') || (/^status 2\d\d( or 2\d\d)*$/.test(expected) && !status.startsWith('2')))
    return { ...signOfRefusal(call, verdict), expected };
  const about = factOf(one) ?? call.operation;
  // What refuses otherwise says why, whatever the case is about.
  const what = status.startsWith('2') ? about : saidBy(call);
  return { key: `${what} ${expected} ${status}`, about, expected, seen, verdict };
}

/** The statuses of what a request does not fit, in whichever call. */
const UNFIT = [400, 413, 415, 422];

/** A call that should have gone well. */
function signOfRefusal(call: CallReport, verdict: Verdict): Sign {
  const { operation: about, status, answer } = call;
  const where = UNFIT.some((one) => one === status) ? 'a call' : about;
  const seen = `status ${status}: ${answer}`;
  return { key: `${where} answers ${status} ${saidBy(call)}`, about, expected: 'to succeed', seen, verdict };
}

/** What an error says, without what differs from case to case. */
function saidBy({ answer }: CallReport): string {
  const { error, error_code: code }: { error?: unknown; error_code?: unknown } = Object(parseJson(answer));
  return alike(error === undefined ? answer : `${code ?? ''} ${error}`);
}

/** The words that the facts begin with by which a status is decided, the most telling first. */
const DECIDING = ['ruling', 'refusal', 'limit', 'behaviour', 'role'];

function factOf({ facts }: CaseReport): string | undefined {
  const own = facts.filter(isFact);
  return DECIDING.flatMap((word) => own.filter((name) => name.startsWith(`${word} `)))[0];
}

/** What a finding is about: a property by the schema that it is of, an event, or a path without its numbers. */
function placeOf(
  { path, expected }: FindingReport,
  call: CallReport | undefined,
  document: ApiDocument,
): string {
  const delivered = /^receive\[\d+\]\.?(.*)$/.exec(path);
  if (delivered !== null) {
    const event = String(/^[a-z]+\.[a-z_]+/.exec(String(Object(expected).event ?? expected))?.[0] ?? '');
    return `delivery ${event}${withoutNumbers(delivered[1] ?? '')}`;
  }
  const operation = document.operations.find(({ id }) => id === call?.operation);
  const $ref = operation && call?.status != null ? refOfReply(document, operation, call.status) : undefined;
  if (path === '') return call?.operation ?? 'an answer';
  return $ref === undefined ? withoutNumbers(path) : nameAt(document, { $ref }, path);
}

/** How a value differs, so that the same difference in other values is the same. */
function kindOf({ expected, actual }: FindingReport): string {
  if (actual === undefined) return 'is missing';
  if (typeof expected === 'object' && expected !== null)
    return Object.keys(expected)
      .filter((name) => name.includes(' '))
      .join();
  if (typeof expected === 'boolean') return `${expected}`;
  if (typeof expected === 'string' && expected.includes(' ')) return alike(expected);
  return /^[a-z_]+$/.test(String(expected)) ? String(expected) : 'another value';
}

function withoutNumbers(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '[]');
}

/** A text without what differs from case to case: numbers, identifiers, quoted values. */
function alike(text: string): string {
  return text
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replaceAll(/\S*\d\S*/g, '#')
    .slice(0, 200);
}
