import { headerOf, type RawCall } from '../engine/call.ts';
import { Problem } from '../problem.ts';

/** Who may use the control plane. */
export interface Access {
  /** What the header `X-Control-Token` must say; without it only this machine gets in. */
  readonly token?: string | undefined;
  /** Whether the mock listens beyond loopback. */
  readonly exposed?: boolean | undefined;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Lets a request through to the control plane, or throws a `Problem`: with the token, or without one from this machine
 * and not from a web page of another origin, nor by a name that somebody's DNS points at this machine.
 */
export function mustBeLetIn({ token, exposed = false }: Access, call: RawCall): void {
  const given = headerOf(call, 'x-control-token');
  if (given !== undefined) {
    if (given === token) return;
    throw refused(
      'wrong-control-token',
      'The X-Control-Token is not the one that the mock was started with.',
    );
  }
  if (exposed) {
    throw refused(
      'no-control-token',
      token === undefined
        ? 'The mock listens beyond loopback, so its control plane needs a token: start it with --control-token and send that in the header X-Control-Token.'
        : 'Send the token of --control-token in the header X-Control-Token.',
    );
  }
  const host = headerOf(call, 'host');
  if (host !== undefined && !LOOPBACK.test(host)) {
    throw refused('foreign-host', `The control plane answers on localhost, not on "${host.slice(0, 100)}".`);
  }
  const origin = headerOf(call, 'origin');
  const site = headerOf(call, 'sec-fetch-site') ?? 'none';
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  if (!isOwnPage || !['same-origin', 'none'].includes(site)) {
    throw refused(
      'foreign-origin',
      `A web page of ${origin?.slice(0, 100) ?? 'another origin'} may not drive the mock.`,
    );
  }
}

function refused(rule: string, message: string): Problem {
  return new Problem(403, rule, message);
}
