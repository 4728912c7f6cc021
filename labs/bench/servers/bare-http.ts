/** `bare-http.js PORT SAMPLES OPERATION`: what `node:http` can do at most with one sample. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Loaded } from '../requests.ts';
import type { Samples } from '../samples.ts';

const [port, file = '', operation] = process.argv.slice(2);
const samples: Samples = JSON.parse(readFileSync(file, 'utf8'));
const { method, status, contentType, body } = samples[operation as Loaded];
const headers = { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) };

const read = createServer((_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
});

const write = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(status, headers);
    response.end(body);
  });
});

(method === 'GET' ? read : write).listen(Number(port), '127.0.0.1');
