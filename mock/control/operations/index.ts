import type { ControlId } from '../../../spec/index.ts';
import type { ControlHandlers } from '../call.ts';
import { accounts } from './accounts.ts';
import { clock } from './clock.ts';
import { faults } from './faults.ts';
import { journal } from './journal.ts';
import { looking } from './looking.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { snapshots } from './snapshots.ts';
import { stubs } from './stubs.ts';
import { worlds } from './worlds.ts';

/** The handler of every operation of the control plane; it does not compile while one is missing. */
export const controls: ControlHandlers<ControlId> = {
  ...worlds,
  ...clock,
  ...accounts,
  ...people,
  ...faults,
  ...journal,
  ...overview,
  ...snapshots,
  ...looking,
  ...stubs,
};
