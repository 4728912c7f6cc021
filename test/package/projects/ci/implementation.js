// What somebody made of WUTS. Here it is the mock, or with BROKEN a server that answers everything with nothing.
import { createServer } from 'node:http';
import { createApp, createMock } from 'wuts-mock';

const broken = (_, response) =>
  response.setHeader('Content-Type', 'application/json').end('{"success":true}');
createServer(process.env.BROKEN ? broken : createApp(createMock())).listen(process.env.PORT, '127.0.0.1');
