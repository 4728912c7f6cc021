// Stands for your bot: it listens, sets its webhook, and ends once it was told of the group that it renames.
import { createServer } from 'node:http';

const { WUTS_URL, WUTS_TOKEN, WEBHOOK_URL, PORT = 3000 } = process.env;
const headers = { Authorization: `Bearer ${WUTS_TOKEN}`, 'Content-Type': 'application/json' };

async function call(method, path, body) {
  const response = await fetch(WUTS_URL + path, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path} ${response.status}: ${await response.text()}`);
  return response.json();
}

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => {
    response.end();
    console.log('told of', JSON.parse(text).event);
    server.close();
  });
});

server.listen(PORT, async () => {
  await call('POST', '/webhook', { webhook_url: WEBHOOK_URL, enabled_events: ['group.info'] });
  const { group } = await call('POST', '/groups', { name: 'Launch', participants: ['5511777777777'] });
  await call('PATCH', `/groups/${group.jid}`, { name: 'Live' });
});
