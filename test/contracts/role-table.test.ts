import { expect, it } from 'vitest';
import { ROLE_TABLE } from '../../contracts/role-table.ts';
import { ROLE_TABLE as TABLE_OF_THE_MOCK } from '../../mock/world/roles.ts';

it('the suite promises the role table that the mock keeps', () => {
  expect(ROLE_TABLE).toEqual(TABLE_OF_THE_MOCK);
});
