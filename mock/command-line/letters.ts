import { CalibrationError, DocumentError } from '../../spec/index.ts';
import { TlsError } from '../adapters/node-http/tls.ts';
import { AccessError } from '../control/access.ts';
import { BasePathError } from '../engine/base-path.ts';
import { CorsError } from '../engine/cors.ts';
import { OptionError } from '../option-checks.ts';
import { ScenarioError } from '../scenarios/scenario.ts';
import { StateError } from '../state-file/state-file.ts';
import { AccountError } from '../tenants/account-error.ts';
import { WorldError } from '../tenants/options.ts';
import { MockError } from '../testing/kit/error.ts';
import { RulingError } from '../world/index.ts';
import { WorldSourceError } from '../world-file/source.ts';
import { ReadyFileError } from './ready.ts';
import { StubFileError } from './stub-files.ts';

/** Errors of the user's making: their message says it all. */
const TOLD = [
  RulingError,
  DocumentError,
  CalibrationError,
  MockError,
  AccountError,
  AccessError,
  BasePathError,
  CorsError,
  OptionError,
  TlsError,
  ReadyFileError,
  ScenarioError,
  StateError,
  StubFileError,
  WorldError,
  WorldSourceError,
];

/** From here on a port needs no rights. */
const FREE_PORTS = 1024;

/** What the system says of an address, and what to do. */
const BY_CODE: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port, host) =>
    `Port ${port} on ${host} is in use. Choose another with --port, or let --port 0 pick a free one.`,
  EACCES: (port, host) =>
    port < FREE_PORTS
      ? `Port ${port} on ${host} needs more rights. Choose one above 1023 with --port.`
      : `Port ${port} on ${host} is not given to programs; the system may have reserved it. Choose another with --port, or let --port 0 pick a free one.`,
  EADDRNOTAVAIL: notOurs,
  ENOTFOUND: notOurs,
  EAI_AGAIN: notOurs,
};

/** Why a mock did not start, for whoever started it. */
export function explain(
  error: unknown,
  { port, host = '127.0.0.1' }: { port: number; host?: string },
): string {
  if (!(error instanceof Error)) return String(error);
  if (TOLD.some((kind) => error instanceof kind)) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  const says = Object.hasOwn(BY_CODE, code) ? BY_CODE[code]?.(port, host) : undefined;
  return says ?? error.stack ?? error.message;
}

function notOurs(_: number, host: string): string {
  return `The host "${host}" is no address of this machine. Leave --host out to listen on loopback.`;
}
