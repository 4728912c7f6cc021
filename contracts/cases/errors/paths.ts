import type { Step, StepOf } from '../../language/case.ts';
import { group } from '../../language/cast.ts';
import { assumed, inferred, promises, refused, restsOn } from '../../language/promises.ts';
import { pathSamples } from '../../language/samples.ts';
import { makeGroup } from '../../language/stage.ts';
import { successOf } from '../../language/views.ts';

const page = restsOn('schema GroupJid');
const encoded = { alter: { encoded: true } } as const;

/** Reads a group by something that is no more than the beginning of a JID, and what is put behind it. */
function readBy(jid: string, suffix: string): StepOf<'getGroup'> {
  return { call: 'getGroup', path: { jid }, alter: { suffix } };
}

/** Paths in which the JID of a group is written with percent signs. */
export const errorsPaths = [
  ...promises('errors', page, {
    'jid-encoded': [
      'A JID in a path is taken with %40 for @ as well: the group is read, and one that nobody has answers 404.',
      makeGroup(),
      { call: 'getGroup', path: group, ...encoded, expect: { status: 200, body: { group } } },
      { ...readBy('990000000000000000', '%40g.us'), expect: refused(404) },
    ],
    'jid-encoded-twice': [
      inferred('docs: Identifiers'),
      'What is encoded twice in a path is decoded once: 400, because %40 is no part of a JID.',
      { ...readBy('990000000000000000', '%2540g.us'), expect: refused(400) },
    ],
    'jid-undecodable': [
      assumed,
      'A path whose percent signs cannot be decoded answers 400.',
      { ...readBy('9', '%E0%A4%A'), expect: refused(400) },
    ],
  }),
  ...pathSamples
    .filter(({ step }) => step.call !== 'getGroup')
    .flatMap(({ slug, doing, stage, step }) =>
      promises('errors', knownOf(step), {
        [`${slug}-jid-encoded`]: [
          `${doing} takes a path with %40 for @ as well.`,
          ...stage,
          { ...step, ...encoded, expect: { status: successOf(step), body: { success: true } } } as Step,
        ],
      }),
    ),
];

/** That the call of a sample goes well. Its participants are the caller, whose row fails. */
function knownOf({ call, body }: Step) {
  const facts = ['schema GroupJid', `operation ${call}`] as const;
  return 'participants' in Object(body) ? restsOn(...facts, 'behaviour rows-fail-alone') : restsOn(...facts);
}
