const assert = require('node:assert/strict');
const { createServer } = require('node:http');
const { createApp, createMock, startMock } = require('wuts-mock');
const { runContracts } = require('wuts-mock/contracts');
const { loadDocument } = require('wuts-mock/spec');

main();

async function main() {
  const mock = await startMock({ port: 0 });
  await addAndRead(mock.url, mock.accounts[0].token);
  for await (const { verdict } of runContracts(
    { url: mock.url, tokens: { first: mock.accounts[0].token } },
    { only: ['device/status'] },
  )) {
    assert.equal(verdict, 'kept');
  }
  const about = await (await fetch(`${mock.url}/__mock`)).json();
  assert.equal(about.version, require('wuts-mock/package.json').version);
  await readPages(mock.url);
  await mock.close();

  const own = createMock();
  const server = createServer(createApp(own)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  await addAndRead(`http://127.0.0.1:${server.address().port}`, own.accounts[0].token);
  server.close();
  server.closeAllConnections();

  assert.ok(loadDocument().operations.some(({ id }) => id === 'createGroup'));
  assert.ok(require.resolve('wuts-mock/openapi.yaml').endsWith('openapi.yaml'));
  // Another version of the document is YAML, for which the parser is loaded.
  assert.equal(
    loadDocument(require.resolve('wuts-mock/openapi.yaml')).raw.openapi,
    loadDocument().raw.openapi,
  );
}

/** The page, its viewer, which is no package that was installed, and the documents that it shows. */
async function readPages(url) {
  const read = async (path) => (await fetch(url + path)).text();
  assert.match(await read('/docs'), /<section id="createGroup"/);
  assert.ok((await read('/docs/page.js')).includes('form[data-path]'));
  const { servers, ...served } = JSON.parse(await read('/openapi.json'));
  assert.deepEqual({ ...served, servers: loadDocument().raw.servers }, loadDocument().raw);
  assert.equal(servers[0].url, url);
  assert.match(await read('/__mock/openapi.yaml'), /^openapi: 3\.1\.0\n/);
}

async function addAndRead(url, token) {
  const call = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const { group } = await call('POST', '/groups', { name: 'Launch', participants: ['5511777777777'] });
  await call('POST', `/groups/${group.jid}/participants`, { participants: ['5511666666666'] });
  const read = await call('GET', `/groups/${group.jid}`);
  assert.equal(read.group.members_count, 3);
  console.log('read back:', read.group.members_count, 'members');
}
