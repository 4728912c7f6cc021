import { clearTimeout, setTimeout } from '../real-timers.ts';
import type { Tenant } from '../tenants/tenant.ts';

/** How long calls are gathered before they are told of, in milliseconds. */
const GATHERED = 100;

/** The longest that a timer can be set for, in milliseconds. */
const FOR_EVER = 2 ** 31 - 1;

/** Calls back when the journal of a world has new calls, once for all that come close together. Returns how to stop that. */
export function watchCalls(tenant: Pick<Tenant, 'journal'>, tell: () => void): () => void {
  let isOver = false;
  let leave = () => {};
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const { journal } = tenant;
    const { last } = journal;
    // A world that was reset has another journal, and this one ends.
    const isNew = () => tenant.journal !== journal || journal.last > last;
    journal
      .wait({ after: last }, FOR_EVER, (act) => {
        leave = act;
      })
      .then(() => {
        if (isOver) return;
        timer = setTimeout(() => {
          wait();
          if (isNew()) tell();
        }, GATHERED).unref();
      });
  };
  wait();
  return () => {
    isOver = true;
    clearTimeout(timer);
    leave();
  };
}
