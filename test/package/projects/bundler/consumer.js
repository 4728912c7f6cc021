import { createMock } from 'wuts-mock';

const mock = createMock();
const world = mock.world();
world.person('5511777777777').createsGroup('Team', [world.phone]);
console.log('read back:', world.groups()[0].members_count, 'members');
