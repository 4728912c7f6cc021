const { get } = require('node:http');
const { startMock } = require('wuts-mock');

function ask(url, token) {
  return new Promise((resolve, reject) => {
    const sent = get(url, { headers: { Authorization: `Bearer ${token}` } }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
  });
}

test.each([[false], [true]])('in a page, with faked timers: %s', async (isFaked) => {
  if (isFaked) jest.useFakeTimers();
  const mock = await startMock({ port: 0 });
  const world = mock.world();
  world.person('5511777777777').createsGroup('Team', [world.phone]);
  world.faults.next('listGroups', { delay_ms: 20 });
  expect(await ask(`${mock.url}/groups`, world.token)).toContain('"name":"Team"');
  await mock.close();
  jest.useRealTimers();
});
