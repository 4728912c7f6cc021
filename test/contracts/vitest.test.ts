import { afterAll } from 'vitest';
import { describeContracts } from '../../contracts/vitest.ts';
import { type RunningMock, startMock } from '../../mock/index.ts';

let mock: RunningMock | undefined;

afterAll(() => mock?.close());

describeContracts(
  async () => {
    mock = await startMock({ port: 0 });
    const [first = ''] = mock.accounts.map(({ token }) => token);
    return { url: mock.url, tokens: { first } };
  },
  { only: ['groups/create*', 'device/status'], strict: true },
);
