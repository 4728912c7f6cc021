import { toAsked, toFault } from '../../faults/body.ts';
import { type Fault, isUnfired } from '../../faults/fault.ts';
import { MOST_FAULTS } from '../../faults/faults.ts';
import { issuesOfFault } from '../../faults/issues.ts';
import { PRESETS, withPreset } from '../../faults/presets.ts';
import { created, ok } from '../../operations/call.ts';
import { Problem } from '../../problem.ts';
import type { Tenant } from '../../tenants/tenant.ts';
import type { ControlHandlers } from '../call.ts';

/** The operations under the tag Faults. */
export const faults: ControlHandlers<
  'listFaultPresets' | 'listFaults' | 'createFault' | 'deleteFaults' | 'getFault' | 'deleteFault'
> = {
  listFaults: ({ tenant, query: { unfired } }) => {
    const all = tenant.faults.list();
    return ok({ faults: all.filter((one) => unfired !== true || isUnfired(one)).map(toFault) });
  },

  listFaultPresets: () => {
    const presets = Object.entries(PRESETS).map(([name, { says, needs = null, fault }]) => {
      return { name: name as keyof typeof PRESETS, says, needs, fault };
    });
    return ok({ presets });
  },

  createFault: ({ tenants, tenant, body: asked }) => {
    const body = withPreset(asked);
    const issues = issuesOfFault(tenant.world, body);
    if (issues.length > 0) throw Problem.impossible('fault-cannot-strike', issues);
    if (tenant.faults.list().length >= MOST_FAULTS) {
      const hint = `A world has at most ${MOST_FAULTS} faults: take some away with DELETE …/faults.`;
      throw new Problem(422, 'too-many-faults', hint);
    }
    tenants.mustHaveRoom();
    return created({ fault: toFault(tenant.faults.add(toAsked(tenant.world, body))) });
  },

  deleteFaults: ({ tenant }) => {
    tenant.faults.clear();
    return ok({});
  },

  getFault: ({ tenant, parameter }) => ok({ fault: toFault(findFault(tenant, parameter('fault'))) }),

  deleteFault: ({ tenant, parameter }) => {
    tenant.faults.remove(findFault(tenant, parameter('fault')).id);
    return ok({});
  },
};

function findFault({ faults: known }: Tenant, id: string): Fault {
  const fault = known.find(id);
  if (fault !== undefined) return fault;
  const ids = known.list().map((one) => one.id);
  const shown =
    ids.length === 0 ? 'none' : ids.slice(0, 10).join(', ') + (ids.length > 10 ? ' and more' : '');
  throw new Problem(404, 'no-such-fault', `There is no fault "${id}" in this world; there is ${shown}.`);
}
