/** An account that cannot be made; the message says which and why. */
export class AccountError extends Error {
  override name = 'AccountError';
}
