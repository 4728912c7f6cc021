import { readVersion } from '../../../spec/index.ts';
import { created, ok } from '../../operations/call.ts';
import { Problem } from '../../problem.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import type { ControlHandlers } from '../call.ts';
import { toMoment } from '../wire/moment.ts';
import { toAccount, toWorld } from '../wire/world.ts';

/** The operations under the tag Worlds. */
export const worlds: ControlHandlers<
  'getMock' | 'listWorlds' | 'createWorld' | 'getWorld' | 'deleteWorld' | 'resetWorld'
> = {
  getMock: ({ tenants }) =>
    ok({
      version: readVersion(),
      links: LINKS,
      worlds: tenants.list().map(({ start }) => start.name),
      accounts: tenants.accountsOf(tenants.main).map(toAccount),
    }),

  listWorlds: ({ tenants }) => ok({ worlds: tenants.list().map(toWorld) }),

  createWorld: ({ tenants, body }) => {
    if (body.name === 'mine')
      throw new Problem(409, 'name-taken', 'The name "mine" stands for another world.');
    tenants.mustHaveRoom();
    const tenant = tenants.make({
      name: body.name,
      seed: body.seed,
      accounts: body.accounts,
      rulings: body.rulings,
      ttl: body.ttl_seconds === undefined ? undefined : body.ttl_seconds * 1000,
      now: body.now === undefined ? undefined : toMoment('now', body.now),
      frozen: body.frozen,
      scenario: body.scenario,
      world: body.world,
    });
    const { name, seed, made } = toWorld(tenant);
    return created({ world: name, seed, accounts: accountsOf(tenants, tenant), made });
  },

  getWorld: ({ tenants, tenant }) => ok({ world: toWorld(tenant), accounts: accountsOf(tenants, tenant) }),

  deleteWorld: ({ tenants, tenant }) => {
    if (tenant === tenants.main) {
      throw new Problem(
        422,
        'default-stays',
        'The default world cannot be ended; POST …/reset puts it back to its start.',
      );
    }
    tenants.remove(tenant);
    return ok({});
  },

  resetWorld: ({ tenants, tenant }) => {
    tenants.reset(tenant);
    tenant.strangersBefore = tenants.main.journal.last;
    return ok({});
  },
};

const LINKS = {
  worlds: '/__mock/worlds',
  default: '/__mock/worlds/default',
  scenarios: '/__mock/scenarios',
};

function accountsOf(tenants: Tenants, tenant: Parameters<Tenants['accountsOf']>[0]) {
  return tenants.accountsOf(tenant).map(toAccount);
}
