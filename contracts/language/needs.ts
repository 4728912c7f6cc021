/** What a case may need that the public API cannot make, and how a target gets it. */
export const NEEDS = {
  'second-account': 'a second account: give its token with --second-token',
  'third-account': 'a third account: give its token with --third-token',
  'one-number': 'a phone number that may be used: give it with --participant',
  'two-numbers': 'two phone numbers that may be used: give them with --participant',
  'three-numbers': 'three phone numbers that may be used: give them with --participant',
  'magic-numbers': 'numbers whose row always fails, as the mock has them (--has magic-numbers)',
  'invented-numbers':
    'numbers that are made up, thousands of them, and all on WhatsApp (--has invented-numbers)',
  disconnecting: 'a device that may be disconnected and connected again (--has disconnecting)',
  webhook: 'a webhook that may be replaced for good (--has webhook)',
  people: 'a control plane that acts as other people (--has people --control URL)',
  clock: 'a control plane that moves time (--has clock --control URL)',
  faults: 'a control plane that makes calls fail (--has faults --control URL)',
  rulings: 'a control plane that makes worlds with other rulings (--has rulings --control URL)',
  receiver:
    'webhooks that reach the suite: on this machine by themselves (--has receiver), from elsewhere at --receiver URL',
} as const;

/** What a case may need beyond the public API. */
export type Need = keyof typeof NEEDS;

/** Whether a name is that of a need. */
export function isNeed(name: string): name is Need {
  return Object.hasOwn(NEEDS, name);
}
