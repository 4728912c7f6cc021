import type { Case, Step } from './case.ts';
import type { Known } from './known.ts';

/** The first account disconnects its device. */
export const disconnect: Step = { call: 'disconnectDevice' };

/** The first account connects its device again. */
export const connect: Step = { call: 'connectDevice', expect: { status: 200, body: { success: true } } };

/** A case about the device that disconnects it, and has it connected before and after. */
export function apart(slug: string, promise: string, known: Known, steps: readonly Step[]): Case {
  return {
    id: `device/${slug}`,
    promise,
    ...known,
    needs: ['disconnecting'],
    alone: true,
    steps: [{ call: 'connectDevice' }, ...steps, connect],
  };
}
