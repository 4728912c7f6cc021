/** What no call shows: what the journal keeps, cuts and leaves out. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { LONGEST_KEPT, textOf } from '../../../mock/journal/body.ts';
import { createJournal } from '../../../mock/journal/journal.ts';
import type { Query } from '../../../mock/journal/query.ts';
import { exchange, FIRST, GROUP, journalOf, SECOND, whose } from './exchange.ts';

const TOKEN = '11111111-1111-4111-8111-111111111111';
const STRANGER = '99999999-9999-4999-8999-999999999999';

/** The sequences of the calls that match. */
function found(journal: ReturnType<typeof journalOf>, query: Query, limit = 100): number[] {
  return journal.find(query, limit).map(({ sequence }) => sequence);
}

/** What is in use when the garbage is gone. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('what is looked for', () => {
  const journal = journalOf(
    { operation: 'listGroups' },
    { operation: 'createGroup', method: 'POST', status: 201, body: { participants: [SECOND] } },
    { operation: 'getGroup', path: `/groups/${GROUP.replace('@', '%40')}`, phone: SECOND, status: 403 },
    { operation: undefined, path: '/nothing', phone: undefined, status: 404 },
    { operation: 'listGroups', reply: { groups: [{ jid: GROUP }] } },
    {
      operation: 'addGroupParticipants',
      method: 'POST',
      path: `/groups/${GROUP}/participants`,
      body: { participants: ['+55 (11) 77777-7777', '42@lid'] },
    },
  );

  it.each<[Query, number[]]>([
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ operation: 'listGroups' }, [1, 5]],
    [{ status: 403 }, [3]],
    [{ method: 'post' }, [2, 6]],
    [{ phone: SECOND }, [2, 3]],
    [{ phone: '5511777777777' }, [6]],
    [{ phone: '551177777777' }, []],
    [{ phone: '5511666666666', names: ['42@lid'] }, [6]],
    [{ phone: '5511666666666', names: ['2@lid'] }, []],
    [{ jid: GROUP }, [3, 5, 6]],
    [{ jid: GROUP.slice(1) }, []],
    [{ jid: '5511777777777@s.whatsapp.net' }, [6]],
    [{ operation: 'listGroups', jid: GROUP }, [5]],
    [{ after: 4 }, [5, 6]],
    [{ operation: 'listGroups', after: 5 }, []],
  ])('by %j is found', (query, wanted) => {
    expect(found(journal, query)).toEqual(wanted);
  });

  it('is the last of it, or the first after a sequence', () => {
    expect(found(journal, {}, 2)).toEqual([5, 6]);
    expect(found(journal, { after: 1 }, 2)).toEqual([2, 3]);
  });
});

describe('a near miss', () => {
  it('says what differs, the closest first and of these the latest', () => {
    const journal = journalOf(
      { operation: 'listGroups' },
      { operation: 'createGroup', status: 400, method: 'POST' },
      { operation: undefined, status: 404, phone: undefined },
      { operation: 'listGroups', status: 201 },
    );
    const near = journal.nearest({ operation: 'createGroup', status: 201, phone: FIRST });
    expect(near.map(({ entry, differs }) => [entry.sequence, differs])).toEqual([
      [4, 'operation is listGroups, not createGroup.'],
      [2, 'status is 400, not 201.'],
      [1, 'operation is listGroups, not createGroup; status is 200, not 201.'],
      [
        3,
        'operation is none, not createGroup; status is 404, not 201; phone is unknown, and 5511999999999 is in neither path nor body.',
      ],
    ]);
  });

  it('may be a call that came too early, by another method or about another group', () => {
    const journal = journalOf({});
    const [near] = journal.nearest({ after: 1, method: 'put', jid: GROUP });
    expect(near?.differs).toBe(
      `method is GET, not PUT; ${GROUP} is in neither path, body nor reply; sequence is 1, not after 1.`,
    );
  });

  it('is one of five at most', () => {
    const journal = journalOf(...Array.from({ length: 9 }, () => ({})));
    const near = journal.nearest({ operation: 'createGroup' });
    expect(near.map(({ entry }) => entry.sequence)).toEqual([9, 8, 7, 6, 5]);
  });
});

describe('what is kept', () => {
  it('is the whole of a body, whatever its characters', () => {
    const [entry] = journalOf({ body: { name: 'Amigos do café ☕' }, reply: { name: '☕' } }).find({}, 1);
    expect(entry && textOf(entry.request)).toBe('{"name":"Amigos do café ☕"}');
    expect(entry?.request).toMatchObject({ bytes: 30, isCut: false });
    expect(entry && textOf(entry.reply)).toBe('{"name":"☕"}');
    expect(entry?.reply).toMatchObject({ bytes: 14, isCut: false });
  });

  it('is the start of a long body, and how long it was', () => {
    const long = 'é'.repeat(LONGEST_KEPT);
    const [entry] = journalOf({ body: long, reply: `${long}!` }).find({}, 1);
    expect(entry?.request).toMatchObject({ bytes: 2 * LONGEST_KEPT, isCut: true });
    expect(entry?.request.text).toHaveLength(LONGEST_KEPT);
    expect(entry?.reply).toMatchObject({ bytes: 2 * LONGEST_KEPT + 1, isCut: true });
    expect(entry?.reply.text.length).toBeLessThanOrEqual(LONGEST_KEPT);
  });

  it('is the start of a long path', () => {
    const [entry] = journalOf({ path: `/groups/${'9'.repeat(5000)}` }).find({}, 1);
    expect(entry?.path).toMatch(/^\/groups\/9{992}…$/);
  });

  it('is no more than a thousand calls, the last ones', () => {
    const journal = journalOf(...Array.from({ length: 2345 }, () => ({})));
    expect(found(journal, {}, 5000)).toHaveLength(1000);
    expect(found(journal, {}, 5000)[0]).toBe(1346);
    expect(journal.last).toBe(2345);
  });

  it('is no more than four mebibytes, of whatever form', () => {
    const reply = `"${'a'.repeat(LONGEST_KEPT - 2)}"`;
    const journal = journalOf(...Array.from({ length: 900 }, () => ({ body: reply, reply })));
    const kept = journal.find({}, 1000);
    const bytes = kept.reduce((sum, one) => sum + one.request.text.length + 2 * one.reply.text.length, 0);
    expect(bytes).toBeLessThan(4 * 1024 * 1024);
    expect(bytes).toBeGreaterThan(3.9 * 1024 * 1024);
    expect(kept.at(-1)?.sequence).toBe(900);
    for (let more = 0; more < 2000; more += 1) journal.note(exchange(), whose);
    expect(journal.find({}, 5000)).toHaveLength(1000);
  });

  it('does not hold on to what is longer than it', () => {
    const journal = createJournal();
    const before = heapUsed();
    for (let made = 0; made < 20; made += 1) {
      const text = Buffer.alloc(5_000_000, 97 + made).toString('latin1');
      journal.note(exchange({ reply: text, body: Buffer.from(text), path: text }), whose);
    }
    expect(heapUsed() - before).toBeLessThan(5_000_000);
    expect(journal.find({}, 100)).toHaveLength(20);
  });

  it('is gone when it is forgotten, and sequences go on', () => {
    const journal = journalOf({}, {}, {});
    journal.clear();
    expect(found(journal, {})).toEqual([]);
    journal.note(exchange(), whose);
    expect(found(journal, {})).toEqual([4]);
  });
});

describe('a token', () => {
  it.each([
    ['the path', { path: `/groups/${TOKEN}` }],
    ['the body', { body: { name: TOKEN.toUpperCase(), also: `Bearer ${TOKEN}` } }],
    ['the reply', { reply: { error: `no ${TOKEN}` } }],
    ['a long reply', { reply: `"${' '.repeat(LONGEST_KEPT - 20)}${TOKEN}${' '.repeat(99)}"` }],
    ['a long body', { body: `"${' '.repeat(LONGEST_KEPT - 20)}${TOKEN}${' '.repeat(99)}"` }],
  ])('is not kept when it stands in %s: its phone is', (_, wanted) => {
    const [entry] = journalOf(wanted).find({}, 1);
    const kept = JSON.stringify(entry).toLowerCase();
    expect(kept).not.toContain(TOKEN.slice(0, 13));
    expect(kept).toContain(FIRST.slice(0, 10));
  });

  it('is not kept in part either, where a body was cut within it', () => {
    for (let at = 0; at < 40; at += 1) {
      const body = `"${TOKEN}${TOKEN}${' '.repeat(LONGEST_KEPT - 60 + at)}${TOKEN}${' '.repeat(99)}"`;
      const [entry] = journalOf({ body, reply: body }).find({}, 1);
      expect(JSON.stringify(entry)).not.toContain('1111111-');
    }
  });

  it('that nobody has is a text like any other, as ids of webhooks are', () => {
    const [entry] = journalOf({ reply: { id: STRANGER } }).find({}, 1);
    expect(entry?.reply.text).toBe(`{"id":"${STRANGER}"}`);
  });
});
