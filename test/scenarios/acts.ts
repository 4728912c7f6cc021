import fc from 'fast-check';
import type { Act } from './plain-group.ts';
import { is, often, type Walker, whom } from './steps.ts';

const by: fc.Arbitrary<Walker> = fc.constantFrom('ana', 'ana', 'bia', 'bia', 'caio', 'duda');

/** Anything that can be tried on a group that stands alone. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  often(6, { does: is('add'), by, whom }),
  often(3, { does: is('remove', 'promote', 'demote'), by, whom }),
  often(3, { does: is('promote'), by, whom }),
  often(3, { does: is('leave'), by }),
  often(1, { does: is('reset link'), by }),
  often(5, { does: is('join'), by, link: is('the link', 'the link', 'an old link', 'a made-up link') }),
  often(1, { does: is('set'), by, setting: fc.record({ member_add_mode: is('all', 'admin') }) }),
  often(1, { does: is('set'), by, setting: fc.record({ join_approval: fc.boolean() }) }),
);
