import type { ControlSchema } from '../../../spec/index.ts';
import { ok } from '../../operations/call.ts';
import { fillBySize, mustBeAllowed, type Size } from '../../scenarios/by-size.ts';
import { loadFaker } from '../../scenarios/names.ts';
import { play } from '../../scenarios/play.ts';
import { ScenarioError } from '../../scenarios/scenario.ts';
import { SCENARIOS } from '../../scenarios/scenarios.ts';
import { saveTenant } from '../../tenants/snapshot.ts';
import type { Tenant } from '../../tenants/tenant.ts';
import { weightOfGroups } from '../../tenants/weight.ts';
import { Refusal } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';

/** Whole worlds: saved, restored and filled. */
export const snapshots: ControlHandlers<'getSnapshot' | 'putSnapshot' | 'seedWorld' | 'listScenarios'> = {
  getSnapshot: ({ tenant }) => ok({ snapshot: saveTenant(tenant) as ControlSchema<'Snapshot'> }),

  putSnapshot: ({ tenants, tenant, body }) => {
    tenants.mustHaveRoom();
    tenants.restore(tenant, body.snapshot);
    return ok({});
  },

  seedWorld: (call) => {
    const { scenario, groups = 0, communities = 0, members: [fewest = 2, most = 20] = [], seed } = call.body;
    if (scenario !== undefined) {
      const { tenants, tenant } = call;
      tenants.mustHaveRoom();
      const made = tenants.change(tenant, (world) => play(world, scenario, [...tenant.tokens.keys()]));
      return ok({ ...sizeOf(tenant), made });
    }
    return seedBySize(call, { groups, communities, members: [fewest, most] }, seed);
  },

  listScenarios: () =>
    ok({
      scenarios: Object.entries(SCENARIOS).map(([name, { says, makes }]) => ({
        name,
        says,
        made: [...makes],
      })),
    }),
};

type SeedCall = Parameters<(typeof snapshots)['seedWorld']>[0];

async function seedBySize(call: SeedCall, size: Size, seed = call.tenant.world.ids.seed) {
  const faker = await loadFaker(seed);
  // Only now: meanwhile the world may have been reset, or have ended.
  const { tenants, tenant } = call;
  const [fewest, most] = size.members;
  mustBeAllowed(tenant.world, size);
  const bytes = weightOfGroups(size.groups + size.communities, (fewest + most) / 2);
  const accounts = [...tenant.tokens.keys()];
  try {
    if (await tenants.fill(tenant, bytes, (world) => fillBySize(world, size, accounts, faker)))
      return ok({ ...sizeOf(tenant), made: {} });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ScenarioError(
      `Another call changed the world while it was filled, and now the rule "${error.rule}" refuses what comes next. What was made so far stays; change a world after it is filled.`,
    );
  }
  throw new ScenarioError('The world was reset, restored or ended while it was filled. Seed it again.');
}

function sizeOf({ world }: Tenant) {
  return { groups: world.groups.size, people: world.people.size };
}
