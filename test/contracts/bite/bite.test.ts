import { describeContracts } from '../../../contracts/vitest.ts';
import { startMock } from '../../../mock/index.ts';

/** The suite as the only test of a mock in this very process, so that its code can be mutated. */
describeContracts(async () => {
  const third = { token: '33333333-3333-4333-8333-333333333333', phone: '5511777777777' };
  const { url, accounts } = await startMock({ port: 0, accounts: [third], onFault: () => {} });
  const [first = '', second = ''] = accounts.map(({ token }) => token);
  return {
    url,
    tokens: { first, second, third: third.token },
    participants: ['5511900000001', '5511900000002', '5511900000003'],
    has: ['magic-numbers', 'disconnecting', 'webhook'],
    disposable: true,
  };
});
