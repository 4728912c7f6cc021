import { signal } from '@preact/signals';
import type { ControlId, ControlSuccess } from '../../../spec/index.ts';

/** A call that a click was, so that it can be shown as curl. */
export interface Sent {
  readonly number: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly status: number;
  /** What the mock said, when it refused. */
  readonly refusal: string | undefined;
}

/** What is told when the mock says no. */
export class Refused extends Error {
  readonly status: number;
  readonly rule: string;

  constructor(status: number, rule: string, message: string) {
    super(message);
    this.status = status;
    this.rule = rule;
  }
}

/** How many calls are kept to be shown. */
const KEPT = 50;

const { root = '', base = '' } = document.body.dataset;

/** The control token. It is kept here alone, and is gone with the page. */
export const controlToken = signal('');

/** Whether the mock asks for a control token, or for another one. */
export const isTokenWanted = signal(false);

/** What the clicks of this page were, the last one first. */
export const sent = signal<readonly Sent[]>([]);

/** The URL of a path of the mock, such as `__mock/worlds`. */
export function urlOf(path: string): string {
  return new URL(root + path, location.href.split('#')[0]).href;
}

/** The URL of a path of the API, such as `/groups`. */
export function apiUrlOf(path: string): string {
  return urlOf((base + path).slice(1));
}

/** The headers that every call of the control plane has. */
export function controlHeaders(): Record<string, string> {
  return controlToken.value === '' ? {} : { 'X-Control-Token': controlToken.value };
}

/** Reads from the control plane; paths start behind `/__mock`. Rejects with `Refused`, or with a `TypeError` when the mock is gone. */
export async function read<Id extends ControlId>(_: Id, path: string): Promise<ControlSuccess<Id>['body']> {
  return (await answerOf('GET', urlOf(`__mock${path}`), controlHeaders(), undefined)) as never;
}

/** Asks without changing anything, by a body; it is not shown as a call. */
export async function askWith<Id extends ControlId>(
  _: Id,
  path: string,
  body: object,
): Promise<ControlSuccess<Id>['body']> {
  const headers = { ...controlHeaders(), 'Content-Type': 'application/json' };
  return (await answerOf('POST', urlOf(`__mock${path}`), headers, JSON.stringify(body))) as never;
}

/** Changes something through the control plane, and keeps the call to be shown. Undefined when the mock refused, which is shown, too. */
export async function tell<Id extends ControlId>(
  _: Id,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<ControlSuccess<Id>['body'] | undefined> {
  return (await send(method, urlOf(`__mock${path}`), body)) as never;
}

/** A call as a line for a shell, which has the control token as `$CONTROL_TOKEN`. */
export function toCurl({ method, url, headers, body }: Omit<Sent, 'number' | 'status' | 'refusal'>): string {
  const parts = ['curl'];
  if (method !== 'GET') parts.push(`-X ${method}`);
  parts.push(quote(url));
  for (const [name, value] of Object.entries(headers)) {
    parts.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  if (body !== undefined) parts.push(`-d ${quote(body)}`);
  const line = parts.join(' ');
  return controlToken.value === '' ? line : line.replaceAll(controlToken.value, `'"$CONTROL_TOKEN"'`);
}

async function send(method: string, url: string, given: object | undefined) {
  const own = controlHeaders();
  const body = given === undefined ? undefined : JSON.stringify(given);
  const headers = body === undefined ? own : { ...own, 'Content-Type': 'application/json' };
  const note = (status: number, refusal?: string) => {
    const number = (sent.value[0]?.number ?? 0) + 1;
    // A snapshot is long, and has the tokens of its world.
    const shown = url.endsWith('/snapshot') ? '@snapshot.json' : body;
    sent.value = [{ number, method, url, headers, body: shown, status, refusal }, ...sent.value].slice(
      0,
      KEPT,
    );
  };
  try {
    const answer = await answerOf(method, url, headers, body);
    note(200);
    return answer;
  } catch (error) {
    if (error instanceof Refused) note(error.status, error.message);
    else note(0, String(error));
    return undefined;
  }
}

async function answerOf(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<unknown> {
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const rule = response.headers.get('X-Mock-Rule') ?? '';
  if (rule === 'no-control-token' || rule === 'wrong-control-token') isTokenWanted.value = true;
  const issues: { field: string; message: string }[] = answer.validation ?? [];
  const details = issues.map(({ field, message }) => ` ${field} ${message}.`).join('');
  throw new Refused(response.status, rule, `${answer.error ?? response.statusText}${details}`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
