import { Problem } from '../problem.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Tenants } from '../tenants/tenants.ts';

/** The world of a name in a path, or of the token where it says `mine`; undefined when there is none. */
export function lookUpTenant(tenants: Tenants, name: string, token: string): Tenant | undefined {
  return name === 'mine' ? tenants.find(token)?.tenant : tenants.get(name);
}

/** Throws a `Problem` that says which worlds there are. */
export function refuseWorld(tenants: Tenants, name: string): never {
  if (name === 'mine') {
    throw new Problem(
      404,
      'no-such-world',
      '"mine" is the world of the token in the Authorization header, and nobody has this token.',
    );
  }
  const names = tenants.list().map(({ start }) => start.name);
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
  throw new Problem(
    404,
    'no-such-world',
    `There is no world "${name}", or it has ended. There is ${shown}; POST /__mock/worlds makes one.`,
  );
}
