/** What no call shows: how waiting for a call ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../../mock/journal/journal.ts';
import { exchange, whose } from './exchange.ts';

/** How a promise stands by now. */
async function isOver(waited: Promise<void>): Promise<boolean> {
  return Promise.race([waited.then(() => true), sleep(5).then(() => false)]);
}

describe('waiting for a call', () => {
  it('ends with a call that matches, and not with another', async () => {
    const journal = createJournal();
    const waited = journal.wait({ operation: 'createGroup' }, 60_000);
    journal.note(exchange(), whose);
    expect(await isOver(waited)).toBe(false);
    journal.note(exchange({ operation: 'createGroup' }), whose);
    expect(await isOver(waited)).toBe(true);
  });

  it('ends for everybody who waits for it', async () => {
    const journal = createJournal();
    const waits = Array.from({ length: 20 }, () => journal.wait({}, 60_000));
    journal.note(exchange(), whose);
    await Promise.all(waits);
  });

  it('ends when its time is over', async () => {
    await createJournal().wait({}, 10);
  });

  it('ends with the journal', async () => {
    const journal = createJournal();
    const waited = journal.wait({}, 60_000);
    expect(await isOver(waited)).toBe(false);
    journal.end();
    await waited;
  });

  it('ends when who asked is gone, and leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const journal = createJournal();
    let gone = () => {};
    const waited = journal.wait({}, 60_000, (act) => {
      gone = act;
    });
    expect(timers()).toBe(before + 1);
    gone();
    gone();
    await waited;
    expect(timers()).toBe(before);
    journal.note(exchange(), whose);
  });
});
