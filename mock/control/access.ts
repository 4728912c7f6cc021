import { createHash, timingSafeEqual } from 'node:crypto';
import { startOf } from '../../spec/index.ts';
import { headerOf, type RawHead } from '../engine/call.ts';
import { Problem } from '../problem.ts';
import { isFromThisMachine, isLoopbackHost } from './loopback.ts';

/** Who may use the control plane. */
export interface Access {
  /** What the header `X-Control-Token` must say; without it only this machine gets in. Visible characters of ASCII. */
  readonly token?: string | undefined;
  /** Whether the mock listens beyond loopback; then even this machine needs the token. */
  readonly exposed?: boolean | undefined;
}

/** A control token that no header could hold, or that anybody could guess. */
export class AccessError extends Error {
  override name = 'AccessError';
}

/** What a proxy adds to what it passes on. Whom it speaks for is anybody's claim, so it never opens anything. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Throws an `AccessError` for a token that is blank or that a header could not hold. */
export function mustBeUsable({ token }: Access): void {
  if (token === undefined || /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(token)) return;
  throw new AccessError(
    token.trim() === ''
      ? 'The control token is empty: a header without a value would open the control plane. Give one of visible characters, or leave it out.'
      : 'The control token cannot be sent in a header: give one of ASCII letters, digits and signs, without a space at either end.',
  );
}

/**
 * Lets a request through to the control plane, or throws a `Problem`: with the token, or without one from this machine
 * and not from a web page of another origin, nor by a name that somebody's DNS points at this machine.
 */
export function mustBeLetIn({ token, exposed = false }: Access, call: RawHead): void {
  const given = headerOf(call, 'x-control-token');
  if (given !== undefined) {
    if (token !== undefined && isSame(given, token)) return;
    throw refused(
      'wrong-control-token',
      'The X-Control-Token is not the one that the mock was started with.',
    );
  }
  const outside = exposed ? 'The mock listens beyond loopback' : comesFromOutside(call);
  if (outside !== undefined) {
    throw refused(
      'no-control-token',
      token === undefined
        ? `${outside}, so its control plane needs a token: start it with --control-token and send that in the header X-Control-Token.`
        : 'Send the token of --control-token in the header X-Control-Token.',
    );
  }
  const host = headerOf(call, 'host');
  const foreign = [host, ...furtherHosts(call)].find((one) => one !== undefined && !isLoopbackHost(one));
  if (foreign !== undefined) {
    throw refused(
      'foreign-host',
      `The control plane answers on localhost, not on "${startOf(foreign, 100)}".`,
    );
  }
  const origin = headerOf(call, 'origin');
  const site = headerOf(call, 'sec-fetch-site') ?? 'none';
  const scheme = call.wire?.socket.encrypted === true ? 'https' : 'http';
  const isOwnPage = origin === undefined || origin === `${scheme}://${host}`;
  if (!isOwnPage || !['same-origin', 'none'].includes(site)) {
    throw refused(
      'foreign-origin',
      `A web page of ${origin === undefined ? 'another origin' : startOf(origin, 100)} may not drive the mock.`,
    );
  }
}

/** Takes as long whatever the tokens have in common. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Why a request is not one of this machine; undefined when it is. */
function comesFromOutside(call: RawHead): string | undefined {
  if (!isFromThisMachine(call.wire)) return 'This request comes from beyond loopback';
  const header = FORWARDED.find((name) => headerOf(call, name) !== undefined);
  return header === undefined
    ? undefined
    : `This request was forwarded to the mock (it has the header ${header})`;
}

/** Node keeps the first of several Host headers alone. */
function furtherHosts({ wire }: RawHead): string[] {
  const { rawHeaders = [] } = wire ?? {};
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host');
}

function refused(rule: string, message: string): Problem {
  return new Problem(403, rule, message);
}
