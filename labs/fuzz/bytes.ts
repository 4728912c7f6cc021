import { savedWith } from './saved-world.ts';
import type { Message, Part, Place, Places, Scratch, Shot } from './shot.ts';

/** The bytes of a shot, with what stands behind its places: each message that goes ahead, and all others. */
export function toBytes({ messages, scratches, delivery, ahead = 0 }: Shot, places: Places): Buffer[] {
  const last = messages.length - 1;
  const each = messages.map((one, n) => toMessageBytes(one, places, n === last));
  const scratched = scratches.reduce(scratch, Buffer.concat(each.slice(ahead)));
  return [...each.slice(0, ahead), scratched.subarray(0, Math.ceil(scratched.length * delivery.upTo))];
}

/** A text with what stands behind its places. */
export function fill(text: string, places: Places): string {
  return text.replace(/\{\{([a-z-]+)\}\}/g, (whole, name: string) => places[name as Place] ?? whole);
}

function toMessageBytes(message: Message, places: Places, isLast: boolean): Buffer {
  const { method, target, version = '1.1', headers, framing } = message;
  const body = Buffer.concat(message.body.map((part) => toPartBytes(part, places)));
  const lines = [`${method} ${target} HTTP/${version}`, 'Host: localhost'];
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  if (framing === 'length') lines.push(`Content-Length: ${body.length}`);
  if (typeof framing === 'number') lines.push(`Content-Length: ${framing}`);
  if (typeof framing === 'object') lines.push('Transfer-Encoding: chunked');
  if (isLast) lines.push('Connection: close');
  const head = Buffer.from(fill(`${lines.join('\r\n')}\r\n\r\n`, places), 'latin1');
  return Buffer.concat([head, typeof framing === 'object' ? toChunks(body, framing.chunks) : body]);
}

function toPartBytes(part: Part, places: Places): Buffer {
  if ('saved' in part) return Buffer.from(fill(JSON.stringify({ snapshot: savedWith(part.saved) }), places));
  if ('base64' in part) return Buffer.concat(Array(part.times ?? 1).fill(Buffer.from(part.base64, 'base64')));
  return Buffer.from(fill(part.text, places).repeat(part.times ?? 1));
}

function toChunks(body: Buffer, count: number): Buffer {
  const size = Math.max(1, Math.ceil(body.length / count));
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size);
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

function scratch(bytes: Buffer, { at, drop, put }: Scratch): Buffer {
  const from = Math.floor(bytes.length * at);
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(put, 'base64'), bytes.subarray(from + drop)]);
}
