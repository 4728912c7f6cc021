const assert = require('node:assert/strict');
const { startMock } = require('wuts-mock');
const { suite } = require('wuts-mock/contracts');

main();

async function main() {
  const mock = await startMock({ port: 0 });
  const world = mock.world();
  await world.seed({ groups: 2, members: [2, 3] });
  assert.equal(world.groups().length, 2);
  assert.ok(suite.length > 100);
  console.log('filled:', world.groups().length, 'groups');
  await mock.close();
}
