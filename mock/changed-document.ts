import { isDeepStrictEqual } from 'node:util';
import { CalibrationError, createRouter, DocumentError } from '../spec/index.ts';
import { createEngine } from './engine/engine.ts';
import { Mismatch } from './engine/mismatch.ts';
import { createFaults } from './faults/faults.ts';
import { createJournal } from './journal/journal.ts';
import { loadServed, type ServedDocument } from './served-document.ts';
import type { Stubs } from './stubs/stubs.ts';
import type { Account } from './tenants/account.ts';
import type { Tenant } from './tenants/tenant.ts';
import type { Tenants } from './tenants/tenants.ts';

/** What a mock holds, whichever document it serves. */
interface Held {
  readonly tenants: Tenants;
  readonly stubs: Stubs;
}

/**
 * The document of a mock as its files say it now, once all that the mock holds can be told by it: every reading call of
 * every account is tried, and nothing of that is noted. Throws a `DocumentError` or a `CalibrationError`.
 */
export function loadChanged(
  files: Parameters<typeof loadServed>[0],
  before: ServedDocument,
  { tenants, stubs }: Held,
): ServedDocument {
  const served = loadServed(files);
  const origin = files.spec ?? 'of WUTS';
  if (!isDeepStrictEqual(served.rulings, before.rulings)) {
    throw new CalibrationError(
      `The calibration ${files.calibration} settles rulings otherwise, and worlds keep those that they began with. Start the mock again.`,
    );
  }
  const route = createRouter(served.document.operations);
  const taken = stubs.list().find(({ method, path }) => route(method, path).kind === 'operation');
  if (taken !== undefined) {
    throw new DocumentError(
      `The document ${origin} has ${taken.method} ${taken.path}, which is a stub. Take ${taken.id} away first.`,
    );
  }
  for (const tenant of tenants.list()) {
    for (const account of tenants.accountsOf(tenant)) mustBeTold(served, origin, account);
  }
  return served;
}

function mustBeTold({ document, form }: ServedDocument, origin: string, { tenant, ...who }: Account): void {
  let target = '';
  const engine = createEngine({
    document,
    form,
    tenants: { find: () => account, phoneOf: () => undefined, main: tenant, weigh: () => {} },
    onFault: (error) => {
      if (!(error instanceof Mismatch)) throw error;
      const [issue] = error.issues;
      throw new DocumentError(
        `The document ${origin} does not fit the world "${tenant.start.name}": to ${who.phone}, GET ${target} would answer ${issue?.field} ${JSON.stringify(issue?.value)}, which ${issue?.message}.`,
      );
    },
  });
  const courier = { ...tenant.courier, collect: () => {} };
  const account = {
    ...who,
    tenant: { ...tenant, faults: createFaults(0), journal: createJournal(), courier },
  };
  for (const { method, path } of document.operations) {
    if (method !== 'GET') continue;
    for (target of targetsOf(path, tenant)) engine.answer({ method, target, headers: {}, body: NOTHING });
  }
}

const NOTHING = new Uint8Array();

/** A path that has a parameter, with each group of a world for it. */
function targetsOf(path: string, { world }: Tenant): string[] {
  if (!path.includes('{')) return [path];
  return Array.from(world.groups.keys(), (jid) => path.replaceAll(/\{[^}]*\}/g, jid));
}
