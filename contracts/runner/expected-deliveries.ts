import { performance } from 'node:perf_hooks';
import { payloadName, type Signing, toSignature, toUnsigned } from '../../spec/index.ts';
import { capture } from '../language/capture.ts';
import type { ExpectedDelivery } from '../language/case.ts';
import { compare, type Difference } from '../language/patterns.ts';
import { at, fill, fillKnown, type Values } from '../language/templates.ts';
import type { ReceivedDelivery } from '../target/delivery-queue.ts';
import { parseJson } from '../target/json.ts';
import type { Inbox } from '../target/receiver.ts';
import { type BodyCheck, type CheckDelivery, knownIn } from './body-check.ts';
import { fitsByLid, type KnownLids } from './known-lids.ts';

/** What is wrong with the deliveries that a step expects, and what the document has to say about them. */
export interface JudgedDeliveries {
  readonly own: readonly Difference[];
  readonly checked: BodyCheck;
}

/** How long a delivery may take, in milliseconds; no longer than an answer may. */
const PATIENCE = 5000;

/** How deliveries are taken. */
export interface Taking {
  /** How they are signed. */
  readonly signing: Signing;
  /** Whose LIDs are known: whoever is expected by number may be called so. */
  readonly lids: KnownLids;
  /** How long one may take, in milliseconds. */
  readonly timeout?: number;
  /** Whether one that was taken already may come again. */
  readonly mayRepeat?: boolean;
}

/**
 * Takes the next deliveries to the webhooks, one for each that is expected, and compares them; what they capture is put into
 * `values`. Nobody documented an order across groups, so only those about one group come in order. The first difference
 * ends it: what comes later is about something else.
 */
export async function takeDeliveries(
  inbox: Inbox,
  expected: readonly ExpectedDelivery[],
  values: Values,
  check: CheckDelivery,
  { timeout = PATIENCE, mayRepeat = false, ...how }: Taking,
): Promise<JudgedDeliveries> {
  const within = Math.min(timeout, PATIENCE);
  const issues: BodyCheck['issues'][number][] = [];
  const undocumented: string[] = [];
  const left = [...expected];
  let deadline = performance.now() + within;
  for (let next = left[0]; next !== undefined; next = left[0]) {
    const { to = 'first' } = next;
    // What comes again without end buys no time.
    const delivery = await inbox.take(to, Math.max(0, deadline - performance.now()));
    if (delivery === undefined) {
      const actual = `nothing within ${within} ms`;
      const none = {
        path: `receive[${expected.indexOf(next)}]`,
        expected: `${next.event} at the webhook of the ${to} account`,
        actual,
      };
      return { own: [none], checked: { issues, undocumented } };
    }
    const body = parseJson(delivery.text);
    const group = groupIn(body, payloadName(body));
    const isAbout = (one: ExpectedDelivery) =>
      (one.to ?? 'first') === to &&
      group !== undefined &&
      groupIn(fillKnown(one.body, values), payloadName(body)) === group;
    const wanted = left.find(isAbout) ?? next;
    const place = `receive[${expected.indexOf(wanted)}]`;
    const checked = check(wanted.event, body, place);
    const own = judge(wanted, delivery, body, place, values, how);
    const id = at(body, 'id');
    if (own.length > 0 && mayRepeat && inbox.taken.has(id)) continue;
    if (id !== undefined) inbox.taken.add(id);
    deadline = performance.now() + within;
    left.splice(left.indexOf(wanted), 1);
    if (own.length > 0) {
      const known = own.map((one) => ({ ...one, ...knownIn(checked, one) }));
      return { own: known, checked: { issues, undocumented } };
    }
    issues.push(...checked.issues);
    undocumented.push(...checked.undocumented);
  }
  return { own: [], checked: { issues, undocumented } };
}

/** The JID of the group that a delivery is about, which tells under this name. */
function groupIn(delivery: unknown, payload = 'data'): unknown {
  return at(delivery, `${payload}.jid`) ?? at(delivery, `${payload}.group.jid`);
}

function judge(
  wanted: ExpectedDelivery,
  delivery: ReceivedDelivery,
  body: unknown,
  place: string,
  values: Values,
  { signing, lids }: Pick<Taking, 'signing' | 'lids'>,
): Difference[] {
  const { method } = delivery;
  if (method !== 'POST') return [{ path: place, expected: 'a delivery by POST', actual: `one by ${method}` }];
  const isIt = compare({ event: wanted.event }, body).length === 0;
  if (!isIt) return [{ path: place, expected: { event: wanted.event }, actual: body ?? delivery.text }];
  const missing = capture(wanted.capture, body, values);
  if (missing.length > 0) {
    return missing.map((name) => ({ path: place, expected: `what is called ${name} here`, actual: body }));
  }
  const { headers = {}, text, secret } = wanted;
  const pattern = fill(wanted.body ?? {}, values);
  const told = compare(pattern, body, place);
  const isByLid = told.length > 0 && fitsByLid(pattern, body, lids);
  return [
    ...(isByLid ? [] : told),
    ...compare(fill(headers, values), delivery.headers, `${place} header`),
    ...(text === undefined ? [] : compare(fill(text, values), delivery.text, `${place} text`)),
    ...(secret === undefined
      ? []
      : compare({ signature: toSignature(toUnsigned(delivery.text), secret, signing) }, body, place)),
  ];
}
