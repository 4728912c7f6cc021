import type { FactName } from '../language/facts.ts';

/** Why nobody can ask for a fact from outside; each reason with the facts that it holds for. */
export const UNASKABLE: readonly {
  readonly because: string;
  readonly facts: readonly FactName[];
}[] = [
  {
    because: 'only a control plane can bring it about',
    facts: [
      'refusal not-on-whatsapp',
      'refusal join-approval-off',
      'refusal number-taken',
      'refusal jid-taken',
      'refusal account-keeps-number',
      'refusal lid-taken',
    ],
  },
  {
    because: 'a webhook of a live account is led nowhere but to the suite',
    facts: ['ruling plain-http-webhook'],
  },
  {
    because: 'it happens on a phone, not by a request',
    facts: ['behaviour number-changes', 'field GroupInfo.delete', 'field GroupInfo.delete.reason'],
  },
];
