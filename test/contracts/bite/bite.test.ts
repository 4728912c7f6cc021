import { MOCK_ACCOUNTS, toMockTarget } from '../../../contracts/mock-target.ts';
import { describeContracts } from '../../../contracts/vitest.ts';
import { startMock } from '../../../mock/index.ts';

/** The suite as the only test of a mock in this very process, so that its code can be mutated. */
describeContracts(async () => {
  const { url } = await startMock({ port: 0, accounts: MOCK_ACCOUNTS, onFault: () => {} });
  return toMockTarget(url);
});
