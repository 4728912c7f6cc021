// Receives webhooks and believes only those that are signed: SECRET=s3cret PORT=8080 node examples/webhook-receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { SECRET = 's3cret', PORT = '8080' } = process.env;
const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const { signature = '', ...envelope } = JSON.parse(text);
  const wanted = `sha256=${createHmac('sha256', SECRET).update(JSON.stringify(envelope)).digest('hex')}`;
  const isGenuine = signature.length === wanted.length && timingSafeEqual(Buffer.from(signature), Buffer.from(wanted));
  response.writeHead(isGenuine ? 204 : 401).end();
  console.log(isGenuine ? `${envelope.event} ${JSON.stringify(envelope.data)}` : 'forged');
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/hook`));
